import type { OpenDuty } from '../state';
import { civilDateOf } from '../calendar';
import { currentVisit, passedSteps, seatOf, standingOf, visitOf, type Matter, type Said, type Visit } from './matter';
import { keysOwed } from './duties';
import { followUpKey, isAnswered } from './escalation';
import { speakerOf } from './dedupe';
import { asksEachSigner, draftStep, keyOfOwner, lastSteps, nextSteps, sameOwner, type Owner } from './route';
import { openSeats } from './tally';

/**
 * What must hold of a matter after every act, under any mix of acts. @clause CL-24
 * @param before the matter before its last act
 * @returns a line in Chinese for each that does not hold: `verify` shows it to auditors
 */
export function brokenInvariants(before: Matter, matter: Matter): string[] {
  const open = openSeats(matter);
  const seats = matter.visits.flatMap((visit) => visit.seats);
  return [
    ...unless(matter.status !== 'open' || open.length > 0, '事项在办，却没有人待办'),
    ...unless(matter.status === 'open' || open.length === 0, '事项已经结束，却还有人待办'),
    ...unless(
      before.status === 'open' || before.status === 'none' || isDecidedAlike(before, matter),
      '事项结束之后又变动',
    ),
    ...unless(new Set(seats.map(({ id }) => id)).size === seats.length, '两个席位同一编号'),
    ...matter.visits.flatMap((visit) => {
      const seated = visit.seats.filter(({ gone }) => gone === null).map(({ owner }) => keyOfOwner(owner));
      const spoken = visit.seats.map(({ id }) =>
        visit.said.filter((one) => one.seat === id && one.standing === 'stands' && one.decision !== 'return'),
      );
      const lines = visit.seats.filter(({ kind, gone }) => kind === 'vote' && gone === null).map(({ line }) => line);
      return [
        ...unless(new Set(seated).size === seated.length, `${visit.id}：同一岗位有两个席位`),
        ...unless(
          spoken.every(({ length }) => length <= 1),
          `${visit.id}：同一席位有两票有效`,
        ),
        ...unless(new Set(lines).size === lines.length, `${visit.id}：同一票有两个签署人`),
        ...unless(
          visit.seats.every(({ id, gone }) => gone === null || !standingOf(visit, id)),
          `${visit.id}：已离席的仍有有效的票`,
        ),
        ...unless(
          visit.said.every(
            ({ document, seat }) => document <= matter.document.version && seats.some(({ id }) => id === seat),
          ),
          `${visit.id}：意见所依的文稿版本或席位不存在`,
        ),
        ...byDeputies(matter, visit),
        ...wronglyPassedOver(matter, visit),
      ];
    }),
    ...before.visits.flatMap((was) => {
      const is = matter.visits.find(({ id }) => id === was.id);
      const kept = was.said.every((one, at) => {
        const now = is?.said[at];
        return now?.seat === one.seat && now.decision === one.decision && now.at === one.at && isSaidBySame(now, one);
      });
      return unless(kept, `${was.id}：说过的意见不见了或变了`);
    }),
    ...(matter.status === 'open' ? atTheirTurn(matter) : []),
    ...(matter.status === 'agreed' ? neverSigned(matter) : []),
    ...clocksOutOfStep(matter),
    ...lapsesAstray(matter),
    ...matter.circulations.flatMap(({ id, readers, marks }) => [
      ...unless(new Set(marks.map(({ by }) => keyOfOwner(by))).size === marks.length, `${id}：同一岗位圈阅了两次`),
      ...unless(
        marks.every(({ by }) => isAmong(readers, by)),
        `${id}：圈阅的不是传阅对象`,
      ),
    ]),
    ...matter.supervisions.flatMap(({ id, reporters, reports }) =>
      unless(
        reports.every(({ by }) => isAmong(reporters, by)),
        `${id}：报告的不是被督办的岗位`,
      ),
    ),
    ...before.supervisions.flatMap((was, at) =>
      unless(was.closed === null || was === matter.supervisions[at], `${was.id}：办结的督办又变动`),
    ),
  ];
}

/** A clock stands at a step under way alone, once at a time, and its spans do not overlap. @rule R-OA-17 */
const clocksOutOfStep = ({ pauses, visits }: Matter): string[] =>
  visits.flatMap(({ id, status }) => {
    const own = pauses.filter(({ visit }) => visit === id);
    return [
      ...unless(status === 'active' || own.every(({ to }) => to !== null), `${id}：环节已不在办，计时仍暂停`),
      ...unless(
        own.every(({ from, to }, at) => (to === null ? at === own.length - 1 : from <= to)),
        `${id}：暂停计时的起止不合`,
      ),
      ...unless(
        own.every(({ from }, at) => at === 0 || own[at - 1]!.to! <= from),
        `${id}：两次暂停计时重叠`,
      ),
    ];
  });

/** Each lapse is brought before one superior once, who is not its owner, and is open only while its duty is owed. @rule R-OA-14 */
function lapsesAstray({ escalations, ...matter }: Matter): string[] {
  const open = escalations.filter((one) => !isAnswered(one));
  const owed = keysOwed({ escalations, ...matter });
  const ids = escalations.map(({ key, dueAt }) => `${key}@${dueAt}`);
  return [
    ...unless(new Set(ids).size === ids.length, '同一逾期提请了两次'),
    ...escalations.filter(({ owner, to }) => sameOwner(owner, to)).map(({ id }) => `${id}：逾期提请的是办理人本人`),
    ...open
      .filter(({ key }) => !owed.has(key) && !open.some((one) => followUpKey(one) === key))
      .map(({ id }) => `${id}：待办已办结，仍在督促`),
  ];
}

/** What goes on around an ended matter leaves its decision alone. */
const isDecidedAlike = (before: Matter, matter: Matter): boolean =>
  before.status === matter.status && before.visits === matter.visits && before.document === matter.document;

const isAmong = (owners: readonly Owner[], owner: Owner): boolean => owners.some((one) => sameOwner(one, owner));

/**
 * Whoever must act now owes exactly that, and nobody owes what is done: each open seat is one open duty of its owner.
 * @returns a line for each seat and duty of which this does not hold
 */
export function seatsWithoutDuty(matter: Matter, duties: readonly Pick<OpenDuty, 'key' | 'owner'>[]): string[] {
  const owed = new Map(duties.map((duty) => [duty.key, duty.owner]));
  const open = openSeats(matter);
  const waiting = new Set(open.map(({ id }) => id));
  return [
    ...open.filter(({ id, owner }) => !isOwedBy(owner, owed.get(id))).map(({ id }) => `${id}：该办而没有待办`),
    ...duties.filter(({ key }) => seatOf(matter, key) && !waiting.has(key)).map(({ key }) => `${key}：不该办而有待办`),
  ];
}

const isOwedBy = ({ body, post }: Owner, owner: OpenDuty['owner'] | undefined): boolean =>
  owner !== undefined && 'body' in owner && owner.body === body && owner.post === post;

const isSaidBySame = (now: Said, one: Said): boolean =>
  now.by === one.by &&
  now.onBehalfOf?.person === one.onBehalfOf?.person &&
  now.onBehalfOf?.delegation === one.onBehalfOf?.delegation;

/** Nobody acts for another outside the window, in what they drafted, or beside a vote of their own. @rule R-OA-13 */
function byDeputies({ drafter }: Matter, { id, step, said }: Visit): string[] {
  const acted = said.filter(({ onBehalfOf }) => onBehalfOf !== undefined);
  if (acted.length === 0) return [];
  const votes = said.filter(
    ({ standing, decision }) => standing === 'stands' && decision !== 'return' && decision !== 'opinion',
  );
  return [
    ...unless(
      acted.every(({ at, onBehalfOf }) => onBehalfOf!.from <= civilDateOf(at) && civilDateOf(at) <= onBehalfOf!.to),
      `${id}：代办不在委托期间之内`,
    ),
    ...unless(
      acted.every(({ by, onBehalfOf }) => by !== onBehalfOf!.person),
      `${id}：代办人就是本人`,
    ),
    ...unless(
      step === draftStep || acted.every(({ by }) => by !== drafter.person),
      `${id}：起草人代办了自己起草的事项`,
    ),
    ...unless(
      votes.every(({ by, onBehalfOf }) => !onBehalfOf || votes.filter((other) => other.by === by).length === 1),
      `${id}：代办人在本环节办理了两次`,
    ),
  ];
}

/**
 * Passed over is who signs for their body at another step, where each must sign: never the drafter, who may not decide, nor in
 * favor of a signature that does not stand. @rule R-OA-15
 */
function wronglyPassedOver(matter: Matter, visit: Visit): string[] {
  const { flow, steps, dedupe } = matter.route;
  const { id, step, status, passedOver, said } = visit;
  const way = { none: undefined, first: 'signedAt', last: 'signsAt' }[dedupe ?? 'none'];
  return passedOver.flatMap((one) => [
    ...unless(
      way !== undefined && way in one && step !== draftStep && asksEachSigner(steps[step]!),
      `${id}：不该略过的席位`,
    ),
    ...unless(
      said.every(({ seat, standing }) => seat !== one.seat || standing !== 'stands'),
      `${id}：略过的席位又办理了`,
    ),
    ...unless(!('signedAt' in one) || !lastSteps(flow).includes(step), `${id}：最后作出决定的席位被略过`),
    ...unless(
      status !== 'active' ||
        !('signedAt' in one) ||
        isSignedBy(matter, one.signedAt, one.person, matter.document.version),
      `${id}：所认的首次签署已不成立`,
    ),
  ]);
}

/** What was left to a later step is signed there by whom it was left to. @rule R-OA-15 */
const neverSigned = (matter: Matter): string[] =>
  matter.visits
    .filter(({ id, step }) => matter.current[step] === id)
    .flatMap(({ id, passedOver }) =>
      passedOver.flatMap((one) =>
        unless(
          !('signsAt' in one) ||
            isSignedBy(matter, `${matter.current[one.signsAt.step]}.${one.signsAt.line}`, one.person),
          `${id}：留待其后签署的没有签署`,
        ),
      ),
    );

/** Whether somebody's agreement stands at a seat that counts. */
function isSignedBy(matter: Matter, seat: string, person: string, version?: number): boolean {
  const visit = visitOf(matter, seat);
  const said = visit && matter.current[visit.step] === visit.id ? standingOf(visit, seat) : undefined;
  return (
    said !== undefined &&
    (version === undefined || said.document === version) &&
    (said.decision === 'agree' || said.decision === 'agreeInPrinciple') &&
    speakerOf({ ...said, person: said.by }) === person
  );
}

/** Exactly the steps whose turn it is are open, and each step is under way at most once. */
function atTheirTurn(matter: Matter): string[] {
  const turn = nextSteps(matter.route.flow, passedSteps(matter));
  const active = matter.visits.filter(({ status }) => status === 'active');
  return [
    ...turn
      .filter((step) => currentVisit(matter, step)?.status !== 'active')
      .map((step) => `${step}：轮到的环节没有开启`),
    ...active.filter(({ step }) => !turn.includes(step)).map(({ id }) => `${id}：没有轮到的环节开启着`),
    ...matter.visits
      .filter(({ id, step, status }) => ['active', 'paused'].includes(status) && matter.current[step] !== id)
      .map(({ id }) => `${id}：同一环节有两次在办`),
  ];
}

const unless = (holds: boolean, broken: string): string[] => (holds ? [] : [broken]);
