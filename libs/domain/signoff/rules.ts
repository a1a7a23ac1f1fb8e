import type { Actor } from '../actor';
import type { BaseFacts } from '../facts';
import type { PostKind } from '../organization/roles';
import { breach, type Breach, type ProcedureId } from '../rules';
import { apart } from '../separation';
import type { RuleId } from '../rulebook/register/register';
import { carriedBy, speakerOf } from './dedupe';
import { mayReturnTo } from './evolve';
import {
  currentVisit,
  isSeated,
  passedSteps,
  seatOf,
  standingOf,
  visitOf,
  type Matter,
  type Seat,
  type Visit,
} from './matter';
import { draftStep, nextSteps, sameOwner, stepsAfter, type Owner } from './route';
import { openSeatsOf, stateOf } from './tally';

export const refusal = (
  rule: RuleId | ProcedureId,
  need: string,
  found: string,
  mend: string,
  field?: string,
): Breach[] => [breach(rule, { need, found, mend, ...(field && { field }) })];
const fine: Breach[] = [];

/** Further rules are judged where the earlier hold. */
export const unless = (earlier: Breach[], later: () => Breach[]): Breach[] => (earlier.length > 0 ? earlier : later());

/** Who acts, with the kinds of post they act from. */
export interface By {
  person: string;
  body: string;
  posts: readonly PostKind[];
  /** for the post's holder, as a deputy */
  acting: boolean;
  /** whose word it is; null for a post nobody holds */
  speaker: string | null;
}
export const byOf = ({ actor }: { actor: Actor }, { authority }: Pick<BaseFacts, 'authority'>): By => ({
  person: actor.person,
  body: actor.body,
  posts: authority.postKinds,
  acting: actor.onBehalfOf !== undefined,
  speaker: speakerOf(actor),
});
export const isOwner = ({ body, posts }: By, owner: Owner): boolean =>
  posts.some((post) => sameOwner({ body, post }, owner));
export const standing = ({ body, posts }: By): string => `${body}/${posts.join('、')}`;

export const notDrafter = ({ drafter }: Matter, by: By): Breach[] =>
  by.person === drafter.person || isOwner(by, drafter.owner)
    ? fine
    : refusal('P-WHO', '发起人', standing(by), '由发起人办理');

export const notOpen = ({ status }: Matter): Breach[] =>
  status === 'open'
    ? fine
    : refusal('P-HALTED', '在办的事项', labelOf[status], '事项已经结束，不能再办理；需要时另行发起');

const labelOf: Record<Matter['status'], string> = {
  none: '尚未发起',
  open: '在办',
  agreed: '已办结（同意）',
  refused: '已办结（不同意）',
  withdrawn: '已撤销',
};

/** The seat an act is made from must be the actor's and owe an act now. */
export function notOwed(matter: Matter, id: string, by: By): Breach[] {
  const visit = visitOf(matter, id);
  const seat = seatOf(matter, id);
  if (!visit || !seat) return refusal('P-UNKNOWN', '本事项的办理席位', id, '从待办中打开后办理', 'seat');
  if (!isOwner(by, seat.owner)) {
    return refusal('P-WHO', `${seat.owner.body}/${seat.owner.post}`, standing(by), '由该岗位办理');
  }
  if (openSeatsOf(matter, visit).some((open) => open.id === id)) return fine;
  return whyNotOwed(matter, visit, seat);
}

function whyNotOwed({ route }: Matter, visit: Visit, seat: Seat): Breach[] {
  if (seat.gone === 'reassigned') return refusal('R-OA-07', '由您办理的席位', '已转办他人', '由接办人办理');
  if (seat.gone === 'removed') return refusal('R-OA-06', '在列的签署人', '已减签', '无须再办理');
  const said = standingOf(visit, seat.id);
  if (said) return refusal('P-ONCE', '每个席位办理一次', `已于 ${said.at} 办理`, '需要更改的，先撤回再办理');
  if (visit.status === 'paused') return refusal('P-ORDER', '正在办理的环节', '退回补正中', '待补正后继续办理');
  if (visit.status !== 'active') {
    return refusal('P-ONCE', '正在办理的环节', settledBy(visit), '查看办理过程');
  }
  const waits = stateOf(visit, seat, route.steps[visit.step]!) === 'waiting';
  return refusal('P-ORDER', '轮到您办理', waits ? '前一签署人尚未办理' : '尚未轮到', '待前一签署人办理后再办理');
}

/** What happened to a step that is over, and by whose act, where it was an act of its own. */
function settledBy({ status, said, seats }: Visit): string {
  const last = said.findLast(({ standing: stands }) => stands === 'stands');
  const by = seats.find(({ id }) => id === last?.seat)?.owner;
  const how = last?.decision === 'return' ? '退回' : ['passed', 'failed'].includes(status) && '办结该环节';
  return last && by && how ? `${by.body}/${by.post} 已于 ${last.at} ${how}` : '该环节已退回或已撤回';
}

/** A deputy has no part in what they drafted themselves. @rule R-OA-13 */
export const deputizesOwnDraft = ({ drafter }: Matter, visit: Visit | undefined, { person, acting }: By): Breach[] =>
  acting && visit?.step !== draftStep && person === drafter.person
    ? refusal('R-OA-13', '起草人以外的代办人', '您是起草人', '由任职者本人办理，或由其另设代办人')
    : fine;

/** One person decides once at a step, be it for another: two votes by one hand are no countersign. @rule R-OA-13 R-OA-16 */
export function decidesTwice(visit: Visit | undefined, id: string, { person, acting }: By): Breach[] {
  const earlier = visit?.said.find(
    ({ seat, by, standing: stands, decision, onBehalfOf }) =>
      seat !== id &&
      by === person &&
      stands === 'stands' &&
      decision !== 'return' &&
      decision !== 'opinion' &&
      (acting || onBehalfOf !== undefined),
  );
  return earlier
    ? refusal('R-OA-13', '本环节未曾办理的人员', `您已于 ${earlier.at} 办理`, '由任职者本人办理，或由其另设代办人')
    : fine;
}

/** What stands for earlier steps as well is agreed to by whom those steps left it to. @rule R-OA-15 */
export function signsForOthers(
  matter: Matter,
  visit: Visit | undefined,
  id: string,
  { speaker, decision }: { speaker: string | null; decision: string },
): Breach[] {
  if (!visit || (decision !== 'agree' && decision !== 'agreeInPrinciple')) return fine;
  const others = carriedBy(matter, visit, id).find(({ person }) => person !== speaker);
  if (!others) return fine;
  const name = matter.route.steps[others.step]!.name;
  return refusal(
    'R-OA-15',
    `“${name}”留待在此一并签署的人员`,
    '其后换了人员',
    `退回“${name}”，由现任人员签署后再办理`,
    'decision',
  );
}

/** @rule R-OA-15 */
export function handsOnOthers(matter: Matter, visit: Visit | undefined, id: string): Breach[] {
  const [carried] = visit ? carriedBy(matter, visit, id) : [];
  if (!carried) return fine;
  const name = matter.route.steps[carried.step]!.name;
  return refusal('R-OA-15', '只办理本环节的席位', `“${name}”的签署留待在此一并办理`, '由本人签署，或设代办人');
}

/** What was looked at must be what lies there now. */
export function notSeen(
  matter: Matter,
  { round, documentVersion }: { round: number; documentVersion?: number },
): Breach[] {
  const version = documentVersion ?? matter.document.version;
  if (round === matter.round && version === matter.document.version) return fine;
  return refusal(
    'P-STALE',
    `第 ${matter.round} 轮、文稿第 ${matter.document.version} 版`,
    `第 ${round} 轮、第 ${version} 版`,
    '查看其后的变化，核对后再办理；已填写的意见仍在',
  );
}

/** The drafter decides nothing of their own: by person, whatever post they hold. @rule R-OA-16 */
export const draftsIt = ({ drafter }: Matter, visit: Visit | undefined, by: By): Breach[] => {
  const { holds, ...compared } = apart('decide', by, { drafter: drafter.person });
  return visit?.step === draftStep || holds ? fine : [breach('R-OA-16', compared)];
};

/** The drafter's seat submits; all others decide. Whoever assists gives an opinion alone. */
export function wrongAct(seat: Seat | undefined, visit: Visit | undefined, decision: string): Breach[] {
  if (!seat || !visit) return fine;
  if (visit.step === draftStep) {
    return refusal('P-ORDER', '送审', '审批意见', '起草环节用“送审”办理', 'decision');
  }
  return (decision === 'opinion') === (seat.kind === 'assist')
    ? fine
    : refusal(
        'R-OA-08',
        seat.kind === 'assist' ? '协办意见' : '同意、原则同意或不同意',
        decision === 'opinion' ? '协办意见' : '审批决定',
        seat.kind === 'assist' ? '协办只提意见，不作决定' : '请作出决定',
        'decision',
      );
}

/** @rule R-OA-09 */
export function cannotReturn(matter: Matter, visit: Visit | undefined, seat: Seat | undefined, to: string): Breach[] {
  if (!visit || !seat) return fine;
  if (seat.kind === 'before' || seat.kind === 'assist') {
    return refusal('R-OA-09', '本环节的签署人', '加签或协办人员', '向加签人提出意见，由其退回');
  }
  if (mayReturnTo(matter, visit.step, to)) return fine;
  const found = matter.route.steps[to]?.name ?? to;
  return refusal('R-OA-09', '本环节之前已经办过的环节', found, '选择路线上在前且已办过的环节', 'toStep');
}

/** @rule R-OA-10 */
export function cannotRecall(matter: Matter, id: string, by: By): Breach[] {
  const visit = visitOf(matter, id);
  const seat = seatOf(matter, id);
  if (!visit || !seat) return refusal('P-UNKNOWN', '本事项的办理席位', id, '从已办中打开后撤回', 'seat');
  if (!isOwner(by, seat.owner)) return refusal('P-WHO', '办理人本人', standing(by), '由办理人撤回');
  if (!standingOf(visit, id)) {
    return refusal('R-OA-10', '已办理且未撤回的意见', '没有可撤回的意见', '退回不能撤回，由退回到的环节再送审即可');
  }
  if (!isItsTurn(matter, visit)) {
    return refusal('R-OA-10', '当前一轮的办理', '其后已退回、暂停或结束', '由现在的办理人办理');
  }
  const tooLate = visit.status === 'active' ? overtakenWithin(matter, visit, seat) : overtaken(matter, visit, seat);
  return tooLate ? refusal('R-OA-10', '后一环节或后一签署人尚未办理', '已经办理', '请后一签署人退回') : fine;
}

/** Under way, or passed and what lies before it too: not when an earlier step is being done again, or was since. */
function isItsTurn(matter: Matter, { id, step, status, passedAt }: Visit): boolean {
  const { route, current, visits } = matter;
  if (current[step] !== id) return false;
  if (status !== 'passed') return status === 'active';
  const passed = passedSteps(matter);
  passed.delete(step);
  const isEarlier = (one: Visit): boolean =>
    current[one.step] === one.id && stepsAfter(route.flow, one.step).includes(step);
  return (
    nextSteps(route.flow, passed).includes(step) && !visits.some((one) => isEarlier(one) && one.openedAt > passedAt)
  );
}

/** Whoever waited for this seat has acted since. */
function overtakenWithin({ route }: Matter, visit: Visit, seat: Seat): boolean {
  return visit.seats.some((other) => {
    if (other.gone !== null || !standingOf(visit, other.id)) return false;
    if (seat.kind === 'before') return other.id === seat.addedBy;
    if (other.kind === 'after' && other.addedBy === seat.id) return true;
    const counts = seat.kind !== 'assist' && other.kind !== 'assist';
    return counts && route.steps[visit.step]!.mode === 'inOrder' && other.line > seat.line;
  });
}

function overtaken(matter: Matter, visit: Visit, seat: Seat): boolean {
  const last = visit.said.findLast(({ standing, decision }) => standing === 'stands' && decision !== 'return');
  const later = stepsAfter(matter.route.flow, visit.step).map((step) => currentVisit(matter, step));
  return last?.seat !== seat.id || later.some((one) => one !== undefined && one.lastActAt > visit.lastActAt);
}

/** @rule R-OA-05 */
export function cannotAdd(matter: Matter, visit: Visit | undefined, seat: Seat | undefined, owner: Owner): Breach[] {
  if (!visit || !seat) return fine;
  if (visit.step === draftStep) return refusal('R-OA-05', '审批环节', '起草环节', '送审后由审批人加签');
  if (seat.kind !== 'vote') return refusal('R-OA-05', '本环节的签署人加签', '加签或协办人员', '加签人员不得再加签');
  return cannotSit(matter, visit, owner, 'R-OA-05');
}

/** @rule R-OA-07 */
export function cannotTakeOver(matter: Matter, visit: Visit | undefined, owner: Owner): Breach[] {
  if (!visit) return fine;
  if (visit.step === draftStep) return refusal('R-OA-07', '审批环节', '起草环节', '起草由起草人办理，不能转办');
  return cannotSit(matter, visit, owner, 'R-OA-07');
}

function cannotSit({ drafter }: Matter, visit: Visit, owner: Owner, rule: 'R-OA-05' | 'R-OA-07'): Breach[] {
  if (sameOwner(owner, drafter.owner)) {
    return refusal('R-OA-16', '起草岗位以外的岗位', '起草岗位', '选择其他岗位', 'signer');
  }
  return isSeated(visit, owner) ? refusal(rule, '不在本环节的岗位', '已在本环节', '选择其他岗位', 'signer') : fine;
}

/** A duty never sits with nobody. @rule R-OA-14 */
export const nobodyThere = ({ signerHeld }: { signerHeld: boolean }): Breach[] =>
  signerHeld
    ? fine
    : refusal(
        'R-OA-14',
        '起草人以外有人在任的岗位',
        '该岗位及其上级岗位都没有起草人以外的人在任',
        '选择其他岗位',
        'signer',
      );

/** @rule R-OA-06 */
export function cannotRemove(matter: Matter, id: string, by: By): Breach[] {
  const visit = visitOf(matter, id);
  const seat = seatOf(matter, id);
  if (!visit || !seat) return refusal('P-UNKNOWN', '本事项的办理席位', id, '从办理过程中选择', 'seat');
  const adder = seat.addedBy === null ? undefined : seatOf(matter, seat.addedBy);
  if (!adder) return refusal('R-OA-06', '加签或协办的人员', '路线上的签署人', '路线上的签署人不能减签', 'seat');
  if (!isOwner(by, adder.owner)) return refusal('R-OA-06', '由加签人减签', '不是您加签的', '请加签人减签', 'seat');
  if (seat.gone !== null || standingOf(visit, id) || !['active', 'paused'].includes(visit.status)) {
    return refusal('R-OA-06', '尚未办理的加签人员', '已办理或已不在列', '已办理的意见保留，不能减签', 'seat');
  }
  return fine;
}
