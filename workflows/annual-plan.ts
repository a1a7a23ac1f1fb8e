import type { StreamRun } from '#contracts/temporal/messages';
import { live } from './live';

/** A district's plan of one year until it is approved: it waits for what its posting and its drafters owe. */
export const annualPlan = (run: StreamRun): Promise<void> => live(run);
