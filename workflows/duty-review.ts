import { continueAsNew, defineQuery, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ReviewActivities } from '#activities/review/review-activities';
import { reviewProgress, type ReviewProgress, type ReviewReached, type ReviewRun } from '#contracts/temporal/review';

/** A page that lost its worker is soon given to another: what it had recorded is not recorded again. */
const { beginReview, reviewNext } = proxyActivities<ReviewActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

export const progress = defineQuery<ReviewProgress>(reviewProgress);

/** Looks at the open duties in a rulebook's scope afresh, page by page. */
export async function dutyReview({ cause, rulebook, reached }: ReviewRun): Promise<ReviewProgress> {
  let now: ReviewReached = reached ?? { done: 0, total: 0, after: '' };
  setHandler(progress, () => ({ done: now.done, total: now.total }));

  if (!reached) now = { ...now, total: await beginReview(rulebook) };
  for (;;) {
    const { looked, after } = await reviewNext(cause, rulebook, now.after);
    if (after === null) return { done: now.done + looked, total: now.total };
    now = { ...now, done: now.done + looked, after };
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof dutyReview>({ cause, rulebook, reached: now });
    }
  }
}
