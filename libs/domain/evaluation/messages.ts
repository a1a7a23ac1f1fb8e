import { z } from 'zod';
import { command } from '../command';
import { digest, fen, freeText } from '../shapes';
import type { Freeze, Result } from './evaluation';

const base = { stream: 'evaluation', stage: 'cross', via: 'direct', clause: 'CL-52', reads: [] } as const;
const count = z.int().nonnegative();

/** Commands of `evaluation/<scope>/<year>`. @clause CL-52 */
export const evaluationCommands = {
  requestEvaluation: command({
    ...base,
    who: ['scheduler', 'developmentReform', 'agriculture', 'system'],
    schema: z.strictObject({}),
    creates: true,
  }),
  freezeEvaluation: command({
    ...base,
    who: ['system'],
    schema: z.strictObject({ leaf: count, root: digest, at: z.iso.datetime() }),
  }),
  recordResult: command({
    ...base,
    who: ['system'],
    schema: z.strictObject({
      digest,
      projects: count,
      districts: count,
      persons: count,
      personTimes: count,
      receivedFen: fen,
    }),
  }),
  requestRerun: command({
    ...base,
    who: ['scheduler', 'developmentReform', 'agriculture'],
    schema: z.strictObject({ reason: freeText() }),
    restsOnRevision: true,
  }),
};

export interface EvaluationEvents {
  EvaluationRequested: { scope: string; year: number };
  EvaluationFrozen: Freeze;
  ResultRecorded: Omit<Result, 'at'>;
  RerunRequested: { run: number; reason: string };
}
