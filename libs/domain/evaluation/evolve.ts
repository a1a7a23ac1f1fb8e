import type { Evolvers } from '../event';
import type { EvaluationEvents } from './messages';
import type { Evaluation } from './evaluation';

export const evolveEvaluation: Evolvers<Evaluation, EvaluationEvents> = {
  EvaluationRequested: (evaluation, { data, actor }) => ({
    ...evaluation,
    ...data,
    exists: true,
    status: 'requested',
    run: 1,
    requestedBy: actor.body,
  }),
  EvaluationFrozen: (evaluation, { data }) => ({ ...evaluation, status: 'frozen', freeze: data }),
  ResultRecorded: (evaluation, { data, occurredAt }) => ({
    ...evaluation,
    status: 'recorded',
    result: { ...data, at: occurredAt },
  }),
  RerunRequested: (evaluation, { data, actor }) => ({
    ...evaluation,
    status: 'requested',
    run: data.run,
    requestedBy: actor.body,
    freeze: null,
    result: null,
    earlier: evaluation.result ? [...evaluation.earlier, evaluation.result.digest] : evaluation.earlier,
  }),
};
