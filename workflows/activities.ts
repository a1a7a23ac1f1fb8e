import { proxyLocalActivities } from '@temporalio/workflow';
import type { LifecycleActivities } from '#activities/record/lifecycle-activities';

/**
 * Short, idempotent transactions of at most 5 s: as local activities they cost 6 history events instead of 11. An outage is
 * retried without end; a bug comes back as a failure that is not retried.
 */
export const { recordCommand, openRun, readStanding, lapseDue } = proxyLocalActivities<LifecycleActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
});
