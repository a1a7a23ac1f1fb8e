import type { DraftOf } from '../event';
import type { SignoffEvents } from './events';
import { signingElsewhere, type Hands } from './dedupe';
import { currentVisit, passedSteps, type Matter, type Visit } from './matter';
import { draftStep, nextSteps } from './route';
import { resultOf } from './tally';

type Draft = DraftOf<SignoffEvents>;

/**
 * What follows from where a matter stands, one event at a time: a step that has come to its result, then the steps whose turn it
 * is, then the end. None when it waits for an act.
 * @param hands who may sign from the route's posts now
 */
export function nextOf(matter: Matter, hands: Hands): Draft | undefined {
  if (matter.status !== 'open') return undefined;
  const failed = matter.visits.find(isFailedNow);
  if (failed) return afterFailure(matter, failed);
  for (const visit of matter.visits) {
    if (visit.status !== 'active') continue;
    const result = resultOf(visit, matter.route.steps[visit.step]!);
    if (result === 'passed') return { type: 'StepPassed', data: { visit: visit.id } };
    if (result === 'failed') return { type: 'StepFailed', data: { visit: visit.id } };
  }
  const turn = nextSteps(matter.route.flow, passedSteps(matter));
  for (const step of turn) {
    const visit = currentVisit(matter, step);
    const id = visit?.id ?? nextVisitId(matter, step);
    const passing = { visit: id, ...signingElsewhere(matter, { step, id, visit }, hands) };
    if (!visit) return { type: 'StepOpened', data: { ...passing, step } };
    if (visit.status === 'paused') return { type: 'StepResumed', data: passing };
  }
  return turn.length === 0 ? { type: 'MatterEnded', data: { as: 'agreed' } } : undefined;

  function isFailedNow({ id, step, status }: Visit): boolean {
    return status === 'failed' && matter.current[step] === id;
  }
}

function afterFailure({ route }: Matter, { id, step }: Visit): Draft {
  return route.steps[step]!.onRefusal === 'end'
    ? { type: 'MatterEnded', data: { as: 'refused' } }
    : { type: 'StepSentBack', data: { visit: id, toStep: draftStep } };
}

const nextVisitId = ({ visits }: Matter, step: string): string =>
  `${step}#${visits.filter((visit) => visit.step === step).length + 1}`;
