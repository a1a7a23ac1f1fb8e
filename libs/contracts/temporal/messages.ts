import type { StreamId } from '#domain/stream';

/** Names and forms of what passes between API, relay and workflows. No values of the domain: payloads carry commands and outcomes. */
export const lifecycleQueue = 'lifecycle';

export const workflowTypes = {
  project: 'projectLifecycle',
  wages: 'wagePeriod',
  signoff: 'signoff',
  plan: 'annualPlan',
  evaluation: 'annualEvaluation',
  review: 'dutyReview',
} as const;

/** The update that lets a command in; its id is the command's id. */
export const executeCommand = 'executeCommand';
/** The signal that says "the record moved without you"; it carries nothing. */
export const lookAgain = 'lookAgain';
export const snapshot = 'snapshot';

/** Failure types of an update. */
export const ruleViolation = 'RuleViolation';
export const internalFault = 'Internal';

/** What a run begins with and carries over: where the stream stood, never the subject itself. */
export interface StreamRun {
  schemaVersion: 1;
  stream: StreamId;
  revision: number;
  stage: string | null;
  /** the next instant at which a duty falls due */
  nextDueAt: string | null;
  headHash: string;
  /** continue as new past this many history events */
  continueAfter: number;
}

export interface Snapshot extends Omit<StreamRun, 'schemaVersion' | 'continueAfter'> {
  ended: boolean;
  waiting: number;
}

export const firstRun = (stream: StreamId): StreamRun => ({
  schemaVersion: 1,
  stream,
  revision: 0,
  stage: null,
  nextDueAt: null,
  headHash: 'genesis',
  continueAfter: 4000,
});
