import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import { postingDuties } from '../posting/duties';
import { isUpheld } from '../posting/posting';
import type { planCommands } from './messages';
import type { Plan } from './plan';

/** Who owes what until a plan is approved; a change of the list is owed at its sign-off alone. @clause CL-31 */
export function planDuties(plan: Plan, facts: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { status, leads, posting } = plan;
  if (!leads) return [];
  const owner = { body: leads.developmentReform };
  const owed = (command: keyof typeof planCommands): DutyDraft => ({
    key: `plan/${command}`,
    kind: 'act',
    clause: 'CL-31',
    rule: 'R-PLAN-04',
    owner,
    command,
  });
  const limit = { workingDays: facts.parameters['step.limit.default'] ?? 5 };
  switch (status) {
    case 'drafting':
      return [owed('postPlan')];
    case 'posted':
      if (posting?.status === 'closed') return [{ ...owed(isUpheld(posting) ? 'reopenPlan' : 'submitPlan'), limit }];
      return postingDuties(
        posting,
        {
          prefix: 'plan',
          clause: 'CL-31',
          owner,
          commands: { answer: 'answerPlanObjection', close: 'closePlanPosting' },
        },
        facts,
      );
    case 'submitted':
      // The steps of its sign-off have limits of their own.
      return [owed('approvePlan')];
    case 'none':
    case 'approved':
      return [];
  }
}
