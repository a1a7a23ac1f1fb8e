import type { StreamRun } from '#contracts/temporal/messages';
import { live } from './live';

/** A project's whole life, for years. It holds no rules. */
export const projectLifecycle = (run: StreamRun): Promise<void> => live(run);
