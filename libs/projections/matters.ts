import type { Recorded } from '#domain/event';
import type { GenericEvents } from '#domain/generic';
import { isSystem, isWorker } from '#domain/actor';
import type { Supervision } from '#domain/signoff/around';
import type { SignoffEvents } from '#domain/signoff/events';
import type { Matter, Visit } from '#domain/signoff/matter';
import { keyOfOwner, votesNeeded } from '#domain/signoff/route';
import { votesOf } from '#domain/signoff/tally';
import type { StreamState } from '#domain/state';
import type { Statement } from '#event-log/statement';

/** How far a step's signing has come, by visit: votes given of votes needed, and whether it may be agreed to in one go with others. */
export type StepsUnderWay = Readonly<
  Record<string, { name: string; agreed: number; needed: number; batchable?: boolean }>
>;

/** A matter as lists show it, and the boxes it lies in. */
export function matterRows(state: StreamState, events: readonly Recorded[], projectId: string | null): Statement[] {
  const matter = state.subject as Matter;
  if (matter.status === 'none') return [];
  const { occurredAt } = events.at(-1)!;
  const written = {
    name: 'read.matter',
    text: `insert into read.matter (stream_id, title, act, project_id, status, round, document, steps, urges, urged_at, started_at, updated_at,
                              subject, entry, supervisions, urgent)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (stream_id) do update set
       title = excluded.title, act = excluded.act, status = excluded.status, round = excluded.round, document = excluded.document,
       steps = excluded.steps, urges = excluded.urges, urged_at = excluded.urged_at, updated_at = excluded.updated_at,
       entry = excluded.entry, supervisions = excluded.supervisions`,
    values: [
      state.stream,
      matter.title,
      matter.act!.type,
      projectId,
      matter.status,
      matter.round,
      matter.document.version,
      JSON.stringify(stepsUnderWay(matter)),
      matter.urges.length,
      matter.urges.at(-1)?.at ?? null,
      events[0]!.occurredAt,
      occurredAt,
      matter.subject,
      entryOf(matter),
      JSON.stringify(matter.supervisions.map(supervisionRow)),
      matter.urgency === 'extraUrgent',
    ],
  };
  return [written, ...partRows(state.stream, events.flatMap(partsOf))];
}

/** The entry of a plan that a matter is about. */
const entryOf = ({ act }: Matter): string | null => (act!.data as { entryId?: string }).entryId ?? null;

const stepsUnderWay = (matter: Matter): StepsUnderWay =>
  Object.fromEntries(
    matter.visits.filter(({ status }) => status === 'active').map((visit) => [visit.id, progressOf(matter, visit)]),
  );

function progressOf({ route }: Matter, visit: Visit): StepsUnderWay[string] {
  const step = route.steps[visit.step]!;
  const votes = votesOf(visit, step);
  return {
    name: step.name,
    agreed: votes.filter((vote) => vote === 'agree').length,
    needed: votesNeeded(step.mode, votes.length),
    ...(step.batchable && { batchable: true }),
  };
}

const supervisionRow = ({ id, raiser, dueOn, reporters, reports, closed }: Supervision) => ({
  id,
  raiser: keyOfOwner(raiser),
  dueOn,
  reporters: reporters.length,
  reports: reports.length,
  closed: closed !== null,
});

interface Part {
  part: 'drafter' | 'copied' | 'circulated' | 'supervised';
  owner: string;
  at: string;
}

/** Who has a part in a matter by an event: who drafts it, in person and by post, whom it was shown to, who watches over it. */
function partsOf({ type, data, occurredAt: at }: Recorded): Part[] {
  const partsAs = (part: Part['part'], owners: readonly string[]) => owners.map((owner) => ({ part, owner, at }));
  switch (type) {
    case 'MatterStarted': {
      const { drafter } = data as SignoffEvents['MatterStarted'];
      return partsAs('drafter', [`person/${drafter.person}`, keyOfOwner(drafter.owner)]);
    }
    case 'Copied':
      return partsAs('copied', (data as SignoffEvents['Copied']).recipients.map(keyOfOwner));
    case 'Circulated':
      return partsAs('circulated', (data as SignoffEvents['Circulated']).readers.map(keyOfOwner));
    case 'SupervisionRaised':
      return partsAs('supervised', [keyOfOwner((data as SignoffEvents['SupervisionRaised']).raiser)]);
    default:
      return [];
  }
}

function partRows(stream: string, parts: readonly Part[]): Statement[] {
  if (parts.length === 0) return [];
  return [
    {
      name: 'read.matter_part',
      text: `insert into read.matter_part (stream_id, part, owner, at)
     select $1, p.part, p.owner, max(p.at) from jsonb_to_recordset($2::jsonb) as p(part text, owner text, at timestamptz)
      group by p.part, p.owner
     on conflict (stream_id, part, owner) do update set at = excluded.at`,
      values: [stream, JSON.stringify(parts)],
    },
  ];
}

/** What somebody did that ended a duty, an act a row of their 已办; the first event of an act says what it was. */
export function doneRows(stream: string, events: readonly Recorded[], projectId: string | null): Statement[] {
  const commands = [...new Set(events.map(({ commandId }) => commandId))];
  const acts = commands.map((id) => events.filter(({ commandId }) => commandId === id)).filter(endsDuty);
  const rows = acts.flatMap((act) => {
    const { type, version, actor, occurredAt: at, data } = act.find((event) => event.type !== 'WarningAccepted')!;
    const { decision = null } = data as { decision?: string };
    return isSystem(actor) || isWorker(actor)
      ? []
      : [{ version, person: actor.person, body: actor.body, type, decision, at }];
  });
  if (rows.length === 0) return [];
  return [
    {
      name: 'read.done',
      text: `insert into read.done (stream_id, version, person, body, type, decision, project_id, at)
     select $1, d.version, d.person, d.body, d.type, d.decision, $2, d.at
       from jsonb_to_recordset($3::jsonb) as d(version bigint, person text, body text, type text, decision text, at timestamptz)
     on conflict do nothing`,
      values: [stream, projectId, JSON.stringify(rows)],
    },
  ];
}

const endsDuty = (act: readonly Recorded[]): boolean =>
  act.some(({ type, data }) => type === 'DutiesChanged' && (data as GenericEvents['DutiesChanged']).ended.length > 0);
