import type { Command } from './command';
import type { DutiesChanged, StoppedClock } from './duty';
import type { DraftOf, Recorded } from './event';
import type { AnyFacts, FactName } from './facts';
import { bearsOnDecisions, isSubstantive, type GenericEvents } from './generic';
import { isSystem, systemActor } from './actor';
import { procedure } from './procedure';
import { definitionOf, isCommandType, type CommandData } from './registry';
import { isRefusal, refuse, type Decision, type Recording, type Refusal } from './rules';
import { dutiesChanged } from './settle-duties';
import type { OpenDuty, StreamState } from './state';
import { keyOf, kindOf, type StreamId } from './stream';
import { overriddenFor } from './steering/override';
import { subjectFor } from './subjects';
import { lapseDuty, remindDuty } from './timers';

export const emptyState = (stream: StreamId): StreamState => ({
  stream,
  version: 0,
  substantive: 0,
  bearing: 0,
  lastOccurredAt: null,
  backfilling: false,
  duties: [],
  subject: subjectFor(kindOf(stream)).initial(keyOf(stream)),
});

/** One event further. @throws Error on a type no evolver knows: an impossible state, loud */
export function evolve(state: StreamState, event: Recorded): StreamState {
  const next = {
    ...state,
    version: event.version,
    substantive: isSubstantive(event.type) ? event.version : state.substantive,
    bearing: bearsOnDecisions(event.type) ? event.version : state.bearing,
    lastOccurredAt: event.occurredAt,
    backfilling: event.backfilled,
  };
  if (aboutDuties.has(event.type)) return { ...next, duties: dutiesAfter(state, event) };
  if (event.type === 'WarningAccepted') return next;
  const evolver = subjectFor(kindOf(state.stream)).evolve[event.type];
  if (!evolver) throw new Error(`no evolver for ${event.type} in ${state.stream}`);
  return { ...next, subject: evolver(state.subject, event) };
}

const aboutDuties = new Set(['DutiesChanged', 'DutyReminded', 'DutyLapsed']);

function dutiesAfter({ duties }: StreamState, event: Recorded): readonly OpenDuty[] {
  if (event.type !== 'DutiesChanged') {
    const { key } = event.data as GenericEvents['DutyReminded' | 'DutyLapsed'];
    const mark = event.type === 'DutyLapsed' ? { lapsed: true as const } : { reminded: true as const };
    return duties.map((duty) => (duty.key === key ? { ...duty, ...mark } : duty));
  }
  const { opened, ended, moved, stopped = [] } = event.data as GenericEvents['DutiesChanged'];
  const gone = new Set(ended.map(({ key }) => key));
  const due = new Map(moved.map((move) => [move.key, move]));
  const standing = new Map(stopped.map(({ key, ...clock }) => [key, clock]));
  const kept = duties
    .filter(({ key }) => !gone.has(key))
    .map((duty) => stoppedBy(movedTo(duty, due.get(duty.key)), standing.get(duty.key)));
  return [...kept, ...opened];
}

const stoppedBy = (duty: OpenDuty, clock: StoppedClock | undefined): OpenDuty =>
  clock ? { ...duty, stopped: clock } : duty;

/** A duty moved off a guessed calendar year is provisional no more; its clock runs, and its owner is reminded afresh. */
function movedTo(duty: OpenDuty, move: DutiesChanged['moved'][number] | undefined): OpenDuty {
  if (!move) return duty;
  const moved: OpenDuty = { ...duty, dueAt: move.dueAt };
  delete moved.stopped;
  if (!move.provisional) delete moved.provisional;
  if (move.remindAt === duty.remindAt) return moved;
  delete moved.remindAt;
  delete moved.reminded;
  return { ...moved, ...(move.remindAt && { remindAt: move.remindAt }) };
}

/** The same decision binds in the recorder and warns in the API: every broken rule, or the events in order. */
export function decide(state: StreamState, command: Command, facts: AnyFacts): Decision {
  if (isRepeatedFounding(state, command)) return { events: [] };
  const out = procedure(state, command, facts);
  if (out.length > 0) return refuse(...out);
  if (command.type === 'remindDuty') return remindDuty(state, command.data as CommandData<'remindDuty'>);
  if (command.type === 'lapseDuty') return lapseDuty(state, command.data as CommandData<'lapseDuty'>, facts);
  if (command.type === 'reviewDuties') return { events: [] };
  const handler = subjectFor(kindOf(state.stream)).decide[command.type];
  if (!handler) throw new Error(`no decider for ${command.type} in ${state.stream}`);
  const overridden = overriddenFor(state, command, facts.on);
  return handler(state.subject, overridden ? { ...command, overridden } : command, facts) as Decision;
}

/** An effect that founds a stream may come more than once: what stands already is left as it is. */
const isRepeatedFounding = ({ stream, subject }: StreamState, { type, actor }: Command): boolean =>
  isSystem(actor) &&
  isCommandType(type) &&
  definitionOf(type).creates === true &&
  subjectFor(kindOf(stream)).exists(subject);

export interface Settled {
  events: readonly DraftOf<Record<string, unknown>>[];
  recording: Recording<Record<string, unknown>>;
}

/** Decides and adds what the decision does to the duties, as one more event. */
export function decideAndSettle(state: StreamState, command: Command, facts: AnyFacts): Settled | Refusal {
  const decision = decide(state, command, facts);
  if (isRefusal(decision)) return decision;
  const after = decision.events.reduce<StreamState>(
    (folded, draft, index) => evolve(folded, provisional(folded, draft, command, index)),
    state,
  );
  // What is still entered from papers counts by the rules of its own days.
  const looksAgain = command.type === 'reviewDuties' && !state.backfilling;
  if (decision.events.length === 0 && !looksAgain) return { events: [], recording: decision };
  const change = dutiesChanged(after, after.subject, facts, command.at);
  const events = change ? [...decision.events, { type: 'DutiesChanged', data: change }] : decision.events;
  return { events, recording: decision };
}

/** A draft as it will stand in the log but for the clock and the digest of its rows. */
function provisional(
  state: StreamState,
  draft: DraftOf<Record<string, unknown>>,
  command: Command,
  index: number,
): Recorded {
  return {
    stream: state.stream,
    version: state.version + 1,
    type: draft.type,
    data: draft.data,
    ...(draft.rows && { rows: { table: draft.rows.table, count: draft.rows.rows.length, digest: '' } }),
    occurredAt: command.at,
    recordedAt: command.at,
    actor: command.actor ?? systemActor,
    commandId: `${command.id}.${index}`,
    backfilled: command.backfilled ?? false,
  };
}

/** The facts a command needs beside the base ones; unknown types need none. */
export const readsOf = (type: string): readonly FactName[] => (isCommandType(type) ? definitionOf(type).reads : []);
