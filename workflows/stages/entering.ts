import { startWagePeriods } from '../activities';

/** What entering a stage starts. Repeating it starts nothing twice. */
export const entering: Readonly<Record<string, (stream: string) => Promise<void>>> = {
  construction: startWagePeriods,
};
