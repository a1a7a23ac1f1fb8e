import type { StreamId } from '#domain/stream';
import { startWagePeriods } from '../activities';

/** What entering a stage starts. Repeating it starts nothing twice. */
export const entering: Readonly<Record<string, (stream: StreamId) => Promise<void>>> = {
  construction: startWagePeriods,
};
