import type { planCommands } from './messages';
import { isInForce, type Plan } from './plan';

export type PlanAct = Exclude<keyof typeof planCommands, 'drawUpPlan'>;

/** What can be done with a plan as it stands: drawn up, posted, submitted, approved, then changed act by act. @rule R-PLAN-05 */
export function actsNow({
  status,
  posting,
  documents,
}: Pick<Plan, 'status' | 'posting' | 'documents'>): readonly PlanAct[] {
  switch (status) {
    case 'none':
      return [];
    case 'drafting':
      return ['draftEntry', 'redraftEntry', 'dropEntry', 'revisePlan', 'postPlan'];
    case 'posted':
      return posting?.status === 'closed'
        ? ['submitPlan', 'reopenPlan']
        : ['recordPlanObjection', 'answerPlanObjection', 'closePlanPosting', 'reopenPlan'];
    case 'submitted':
      return ['approvePlan', 'reopenPlan'];
    case 'approved':
      return [
        'addEntry',
        'changeEntry',
        'pauseEntry',
        'resumeEntry',
        'removeEntry',
        'issuePlanDocument',
        ...(documents.some(isInForce) ? (['voidPlanDocument'] as const) : []),
      ];
  }
}
