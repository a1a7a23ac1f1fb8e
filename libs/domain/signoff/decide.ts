import type { DraftOf, Recorded } from '../event';
import type { Actor } from '../actor';
import type { Handlers } from '../handlers';
import { issuedWords } from '../document/issue';
import type { PaperFact } from '../facts';
import { breach, judge, type Breach, type Recording } from '../rules';
import { nextOf } from './course';
import type { Hands } from './dedupe';
import { decideAround } from './decide-around';
import { decideClocks } from './decide-clocks';
import { evolveSignoff } from './evolve';
import type { SignoffEvents } from './events';
import { seatOf, visitOf, type Matter, type Visit } from './matter';
import { definitionOf, type CommandData } from '../registry';
import { kindOf, type StreamId } from '../stream';
import type { signoffCommands } from './messages';
import type { Subject } from './find-route';
import { matterKindOf, type MatterAct } from './matter-acts';
import { draftStep, faultWords, keyOfOwner, routeFaults } from './route';
import {
  cannotAdd,
  cannotRecall,
  cannotRemove,
  cannotReturn,
  cannotTakeOver,
  decidesTwice,
  deputizesOwnDraft,
  draftsIt,
  byOf,
  handsOnOthers,
  notDrafter,
  nobodyThere,
  notOpen,
  notOwed,
  notSeen,
  signsForOthers,
  unless,
  wrongAct,
  type By,
} from './rules';
import { claimsOn, underWayAlready } from './under-way';

type Draft = DraftOf<SignoffEvents>;
interface Act {
  stream: StreamId;
  actor: Actor;
  at: string;
}

/** An act's events and all that follows from them, until the matter waits for the next act. */
function withCourse(
  matter: Matter,
  act: Act,
  first: readonly Draft[],
  { hands = {} }: { hands?: Hands } = {},
): Recording<SignoffEvents> & { events: Draft[] } {
  const events = [...first];
  let standing = first.reduce<Matter>((folded, draft) => after(folded, draft, act), matter);
  for (let next = nextOf(standing, hands); next !== undefined; next = nextOf(standing, hands)) {
    events.push(next);
    standing = after(standing, next, act);
  }
  return { events, ...claimsOn(act.stream, matter, standing) };
}

const after = (matter: Matter, { type, data }: Draft, { actor, at }: Act): Matter =>
  (evolveSignoff[type] as (state: Matter, event: Pick<Recorded, 'data' | 'actor' | 'occurredAt'>) => Matter)(matter, {
    data,
    actor,
    occurredAt: at,
  });

const place = (matter: Matter, seat: string) => ({ visit: visitOf(matter, seat), seat: seatOf(matter, seat) });

/** The id of the seat that is added next to a visit. */
const nextSeatOf = ({ id, seats }: Visit): string => `${id}.${seats.length}`;

/** An act from a seat: the matter is open, the seat owes it, and then whatever else stands against it. */
const owing = (matter: Matter, seat: string, by: By, further: () => Breach[]): Breach[] =>
  unless(notOpen(matter), () =>
    unless(notOwed(matter, seat, by), () => unless(deputizesOwnDraft(matter, visitOf(matter, seat), by), further)),
  );

/** What is drawn up anew goes the route its matter walks already. */
const anotherRoute = ({ kind }: Matter, act: MatterAct | null): Breach[] =>
  act === null || matterKindOf[act.type] === kind
    ? []
    : [
        breach('P-ORDER', {
          need: '与本事项同类的决定',
          found: `改为另一类（${act.type}）`,
          mend: '撤销本事项，另行发起',
          field: 'act',
        }),
      ];

/** A pay sheet's decision is about a pay period, a plan's about a plan, and either stands on record. */
const notItsSubject = ({ act, subject }: CommandData<'startMatter'>, { exists }: Subject): Breach[] => {
  const { stream } = definitionOf(act.type);
  const kind = kindOf(subject as StreamId);
  if (kind === stream && !exists) {
    return [breach('P-UNKNOWN', { need: '已建立的记录', found: subject, mend: '核对办理对象', field: 'subject' })];
  }
  return kind === stream
    ? []
    : [
        breach('P-SUM', {
          need: `办理对象为 ${stream}`,
          found: `${kind}（${act.type}）`,
          mend: '选择该决定所属的办理对象',
          field: 'subject',
        }),
      ];
};

/** An act that puts a document out says what that document says, also where it was revised since the act was drawn up. */
const asWritten = (act: MatterAct, { paper }: { paper?: PaperFact | null }): MatterAct =>
  'title' in act.data && paper?.document.content
    ? ({ ...act, data: { ...act.data, ...issuedWords(paper) } } as MatterAct)
    : act;

export const decideSignoff: Handlers<Matter, typeof signoffCommands, SignoffEvents> = {
  startMatter: (matter, command, facts) => {
    const { route, matterSubject } = facts;
    const { digest, subject, ...data } = command.data;
    const { person } = command.actor;
    const faults = routeFaults(route, keyOfOwner).map(({ place: at, fault }) =>
      breach('R-OA-20', {
        need: '每个环节都有人办理、都走得到、都走得完的路线',
        found: `${route.steps[at]?.name ?? at}：${faultWords[fault]}`,
        mend:
          fault === 'noSigner'
            ? '先在机构中为该岗位或其上级岗位登记任职；只有起草人一人在任的，由他人起草（R-OA-16）'
            : '请系统管理员改正办理路线后再发起',
      }),
    );
    return judge(
      command,
      [...notItsSubject(command.data, matterSubject), ...underWayAlready(facts.openMatter), ...faults],
      () =>
        withCourse(matter, command, [
          {
            type: 'MatterStarted',
            data: {
              ...data,
              act: asWritten(data.act, facts),
              subject: subject as StreamId,
              kind: matterKindOf[data.act.type],
              digest,
              route,
              district: matterSubject.district,
              drafter: { person, owner: route.steps[draftStep]!.signers[0]! },
            },
          },
        ]),
    );
  },

  submitDraft: (matter, command, facts) => {
    const { seat, digest, act, round } = command.data;
    const { visit } = place(matter, seat);
    const breaches = owing(matter, seat, byOf(command, facts), () => [
      ...(visit!.step === draftStep
        ? []
        : [breach('P-ORDER', { need: '起草环节', found: visit!.step, mend: '审批环节请作出决定' })]),
      ...notSeen(matter, { round }),
      ...anotherRoute(matter, act),
      ...underWayAlready(facts.openMatter),
    ]);
    const { version } = matter.document;
    const changed = digest !== matter.document.digest || act !== null;
    return judge(command, breaches, () =>
      withCourse(
        matter,
        command,
        [
          {
            type: 'DraftSubmitted',
            data: { seat, digest, act: asWritten(act ?? matter.act!, facts), version: changed ? version + 1 : version },
          },
        ],
        facts,
      ),
    );
  },

  giveDecision: (matter, command, facts) => {
    const { seat: id, decision, opinion, documentVersion, round } = command.data;
    const { visit, seat } = place(matter, id);
    const breaches = owing(matter, id, byOf(command, facts), () => [
      ...wrongAct(seat, visit, decision),
      ...draftsIt(matter, visit, byOf(command, facts)),
      ...decidesTwice(visit, id, byOf(command, facts)),
      ...signsForOthers(matter, visit, id, { ...byOf(command, facts), decision }),
      ...notSeen(matter, { round, documentVersion }),
    ]);
    return judge(command, breaches, () =>
      withCourse(matter, command, [{ type: 'Decided', data: { seat: id, decision, opinion, documentVersion } }], facts),
    );
  },

  returnMatter: (matter, command, facts) => {
    const { seat: id, toStep, onward, reason, documentVersion, round } = command.data;
    const { visit, seat } = place(matter, id);
    const breaches = owing(matter, id, byOf(command, facts), () => [
      ...cannotReturn(matter, visit, seat, toStep),
      ...draftsIt(matter, visit, byOf(command, facts)),
      ...notSeen(matter, { round, documentVersion }),
    ]);
    return judge(command, breaches, () =>
      withCourse(
        matter,
        command,
        [{ type: 'Returned', data: { seat: id, toStep, onward, reason, documentVersion } }],
        facts,
      ),
    );
  },

  recallAct: (matter, command, facts) =>
    judge(
      command,
      unless(notOpen(matter), () => cannotRecall(matter, command.data.seat, byOf(command, facts))),
      () => withCourse(matter, command, [{ type: 'Recalled', data: command.data }], facts),
    ),

  addSigner: (matter, command, facts) => {
    const { seat: id, position, signer, round, documentVersion } = command.data;
    const { visit, seat } = place(matter, id);
    const breaches = owing(matter, id, byOf(command, facts), () => [
      ...cannotAdd(matter, visit, seat, signer),
      ...nobodyThere(facts),
      ...notSeen(matter, { round, documentVersion }),
    ]);
    return judge(command, breaches, () =>
      withCourse(
        matter,
        command,
        [{ type: 'SignerAdded', data: { seat: nextSeatOf(visit!), from: id, position, signer } }],
        facts,
      ),
    );
  },

  removeSigner: (matter, command, facts) =>
    judge(
      command,
      unless(notOpen(matter), () => cannotRemove(matter, command.data.seat, byOf(command, facts))),
      () => withCourse(matter, command, [{ type: 'SignerRemoved', data: command.data }], facts),
    ),

  reassignSeat: (matter, command, facts) => {
    const { seat: id, signer, reason, round, documentVersion } = command.data;
    const { visit } = place(matter, id);
    const breaches = owing(matter, id, byOf(command, facts), () => [
      ...cannotTakeOver(matter, visit, signer),
      ...handsOnOthers(matter, visit, id),
      ...nobodyThere(facts),
      ...notSeen(matter, { round, documentVersion }),
    ]);
    return judge(command, breaches, () =>
      withCourse(
        matter,
        command,
        [{ type: 'SeatReassigned', data: { seat: id, toSeat: nextSeatOf(visit!), signer, reason } }],
        facts,
      ),
    );
  },

  ...decideAround,
  ...decideClocks,

  withdrawMatter: (matter, command, facts) =>
    judge(
      command,
      unless(notOpen(matter), () => notDrafter(matter, byOf(command, facts))),
      () => withCourse(matter, command, [{ type: 'MatterEnded', data: { as: 'withdrawn', ...command.data } }]),
    ),
};
