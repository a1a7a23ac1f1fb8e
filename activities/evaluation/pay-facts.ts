import type { EntityManager } from 'typeorm';
import { addDays, civilDateOf } from '#domain/calendar';
import type { ProjectFacts } from '#domain/evaluation/indicators';
import { recordedFrom } from '#event-log/envelope';
import type { Frozen } from '#contracts/temporal/evaluation';

type Pay = Pick<
  ProjectFacts,
  'receivedFen' | 'linesPaid' | 'linesOnCard' | 'paidFen' | 'onCardFen' | 'linesDue' | 'linesOnTime'
>;

interface Line {
  stream_id: string;
  person_ref: string;
  received_on: string | null;
  received_fen: string;
  eligible: boolean | null;
  paid_version: string | null;
}

/** Pay received in a year, and lines due in it, from rows sealed before the frozen position. @rule R-WAGE-03 R-PAY-01 R-PAY-17 */
export async function payOf(tx: EntityManager, projectId: string, year: number, { leaf, at }: Frozen): Promise<Pay> {
  const periods = await periodsOf(tx, projectId, leaf);
  const lines = await tx.query<Line[]>(
    `with sealed_act as (
       select act.* from rows.wage_act act join log.sealed using (stream_id, version)
        where stream_id like $1 and leaf < $2)
     select line.stream_id, line.person_ref,
            (select max(on_date)::text from sealed_act got where got.stream_id = line.stream_id and got.person_ref = line.person_ref and got.act = 'received') as received_on,
            (select coalesce(sum(amount_fen), 0) from sealed_act got where got.stream_id = line.stream_id and got.person_ref = line.person_ref and got.act = 'received') as received_fen,
            (select max(version) from sealed_act paid where paid.stream_id = line.stream_id and paid.person_ref = line.person_ref and paid.act = 'paid') as paid_version,
            (select bool_or((roster.body::jsonb ->> 'localRural')::boolean)
               from rows.roster roster join log.sealed seen on seen.stream_id = roster.stream_id and seen.version = roster.version
              where roster.stream_id = 'project/' || $3 and roster.person_ref = line.person_ref and roster.act = 'enrolled' and seen.leaf < $2) as eligible
       from (select distinct stream_id, person_ref from rows.wage_line join log.sealed using (stream_id, version)
              where stream_id like $1 and leaf < $2) line
      order by line.stream_id, line.person_ref`,
    [`wages/${projectId}/%`, leaf, projectId],
  );
  const byOwnCard = await cardBatches(tx, projectId, leaf);
  const inYear = (on: string | null): boolean => on !== null && on.startsWith(`${year}-`);
  const paid = lines.filter(({ received_on }) => inYear(received_on));
  const onCard = paid.filter(({ stream_id, paid_version }) => byOwnCard.has(`${stream_id}@${paid_version}`));
  // A line counts as due once its pay day is over.
  const lastDay = addDays(civilDateOf(at), -1);
  const due = lines.filter(
    ({ stream_id }) => inYear(periods.get(stream_id) ?? null) && periods.get(stream_id)! <= lastDay,
  );
  const sum = (some: readonly Line[]): number =>
    some.reduce((total, { received_fen }) => total + Number(received_fen), 0);
  return {
    receivedFen: sum(paid.filter(({ eligible }) => eligible)),
    linesPaid: paid.length,
    linesOnCard: onCard.length,
    paidFen: sum(paid),
    onCardFen: sum(onCard),
    linesDue: due.length,
    linesOnTime: due.filter(
      ({ stream_id, received_on }) => received_on !== null && received_on <= periods.get(stream_id)!,
    ).length,
  };
}

/** Pay day of each period of the project. */
async function periodsOf(tx: EntityManager, projectId: string, leaf: number): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ stream_id: string; body: string }[]>(
    `select stream_id, body from log.event join log.sealed using (stream_id, version)
      where stream_id like $1 and type = 'PeriodOpened' and leaf < $2`,
    [`wages/${projectId}/%`, leaf],
  );
  return new Map(rows.map(({ stream_id, body }) => [stream_id, (recordedFrom(body).data as { payOn: string }).payOn]));
}

/** Payments that went to the workers' own cards, by the event that recorded them. */
async function cardBatches(tx: EntityManager, projectId: string, leaf: number): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ stream_id: string; version: string; body: string }[]>(
    `select stream_id, version, body from log.event join log.sealed using (stream_id, version)
      where stream_id like $1 and type = 'PaymentRecorded' and leaf < $2`,
    [`wages/${projectId}/%`, leaf],
  );
  return new Set(
    rows
      .filter(({ body }) => (recordedFrom(body).data as { way: string }).way === 'card')
      .map(({ stream_id, version }) => `${stream_id}@${version}`),
  );
}
