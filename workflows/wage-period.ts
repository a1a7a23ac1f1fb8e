import type { StreamRun } from '#contracts/temporal/messages';
import { live } from './live';

/** One pay period from its opening until every line is settled. */
export const wagePeriod = (run: StreamRun): Promise<void> => live(run);
