import { defineQuery, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { EvaluationActivities } from '#activities/evaluation/evaluation-activities';
import {
  evaluationProgress,
  type EvaluationProgress,
  type EvaluationRequest,
  type EvaluationSummary,
} from '#contracts/temporal/evaluation';

const { begin, freeze, projectsAt, gather, conclude } = proxyActivities<EvaluationActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

export const progress = defineQuery<EvaluationProgress>(evaluationProgress);

const pageSize = 20;

/**
 * The yearly evaluation: asked for, frozen at a position of the log, gathered project by project, recorded with its digest.
 * Each step may be repeated; a run that starts again finds what is there and comes to the same bytes.
 */
export async function annualEvaluation({
  scope,
  year = yearBeforeSchedule(),
}: EvaluationRequest): Promise<EvaluationSummary> {
  let now: EvaluationProgress = { step: 'requested', done: 0, total: 0 };
  setHandler(progress, () => now);
  const { runId } = workflowInfo();

  await begin(scope, year, runId);
  const frozen = await freeze(scope, year);
  now = { step: 'frozen', done: 0, total: 0 };
  const projects = await projectsAt(scope, year, frozen);
  for (let done = 0; done < projects.length; done += pageSize) {
    now = { step: 'gathering', done, total: projects.length };
    await gather(scope, year, frozen, projects.slice(done, done + pageSize));
  }
  const summary = await conclude(scope, year, frozen, runId);
  now = { step: 'recorded', done: projects.length, total: projects.length };
  return summary;
}

/** In February the year just ended is evaluated: the scheduled instant's Beijing year, minus one. Never the machine's clock. */
function yearBeforeSchedule(): number {
  const [scheduled] = workflowInfo().searchAttributes.TemporalScheduledStartTime ?? [];
  const instant =
    scheduled instanceof Date
      ? scheduled.getTime()
      : Date.parse(String(scheduled ?? workflowInfo().startTime.toISOString()));
  return new Date(instant + 8 * 3_600_000).getUTCFullYear() - 1;
}
