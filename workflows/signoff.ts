import type { StreamRun } from '#contracts/temporal/messages';
import { live } from './live';

/** One matter on its route until it has ended. */
export const signoff = (run: StreamRun): Promise<void> => live(run);
