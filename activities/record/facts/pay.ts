import type { WageLineFact } from '#domain/facts';
import { segmentOf, type Project } from '#domain/project';
import type { AttendanceRow, WageLineRow } from '#domain/rows';
import { datedEntries } from '#domain/rulebook/effective';
import { keyOf, projectStream } from '#domain/stream';
import { rowsDigest } from '#event-log/chain';
import type { Readers, Reading } from './fact-readers';
import { personsIn, rosterRows, standingRoster } from './people';

/** Project, segment and month of a wages stream. */
function placeOf({ state }: Reading): { projectId: string; segmentId: string; period: string } {
  const [projectId, segmentId, period] = keyOf(state.stream).split('/');
  return { projectId: projectId!, segmentId: segmentId!, period: period! };
}

interface LineRow {
  body: string;
  act: WageLineFact['status'] | null;
  received_fen: string;
}

/** A period's lines: for each person the highest edition, with the last act on it. */
export async function linesOf(
  { tx, vault }: Pick<Reading, 'tx' | 'vault'>,
  stream: string,
  persons: readonly string[] | null,
): Promise<WageLineFact[]> {
  const rows = await tx.query<LineRow[]>(
    `select line.body, last.act, coalesce(got.received_fen, 0) as received_fen
       from (select distinct on (person_ref) person_ref, edition, body from rows.wage_line
              where stream_id = $1 and ($2::uuid[] is null or person_ref = any($2))
              order by person_ref, edition desc, version desc) line
       left join lateral (select act from rows.wage_act
                           where stream_id = $1 and person_ref = line.person_ref and edition = line.edition
                           order by version desc, ordinal desc limit 1) last on true
       left join lateral (select sum(amount_fen) as received_fen from rows.wage_act
                           where stream_id = $1 and person_ref = line.person_ref and act = 'received') got on true
      order by line.person_ref`,
    [stream, persons],
  );
  const lines = rows
    .map(({ body, act, received_fen }) => ({ line: JSON.parse(body) as WageLineRow, act, received_fen }))
    .filter(({ line }) => line.minutes > 0 || line.outputMilli > 0);
  const people = await vault.attributesOf(
    tx,
    lines.map(({ line }) => line.personRef),
  );
  const withCard = new Set(people.filter(({ cardRegistered }) => cardRegistered).map(({ personRef }) => personRef));
  return lines.map(({ line, act, received_fen }) => ({
    ...line,
    status: act ?? 'open',
    receivedFen: Number(received_fen),
    ownCard: withCard.has(line.personRef),
  }));
}

type PayFact = 'periodAttendance' | 'wageLines' | 'projectPay' | 'engagements' | 'datedParameters';

export const payReaders: Readers<PayFact> = {
  async periodAttendance(reading) {
    const { projectId, segmentId, period } = placeOf(reading);
    const stream = projectStream(projectId);
    const project = (await reading.log.state(reading.tx, stream)).subject as Project;
    const unsealed = new Set(segmentOf(project, segmentId)?.construction.unsealedDays ?? []);
    const editions = (await editionsTouching(reading, stream, segmentId, period)).filter(
      ([{ on }]) => !unsealed.has(on),
    );
    const rows = editions.flatMap((day) =>
      day.filter((row, index) => index === day.length - 1 && row.countsIn === period),
    );
    const counted = editions
      .filter((day) => day.at(-1)!.countsIn === period)
      .flatMap((day) => day.filter(({ countsIn }) => countsIn < period).slice(-1));
    return { rows, counted, digest: rowsDigest('sm3', [...rows, ...counted]) };
  },

  wageLines(reading) {
    const { type, data } = reading.command;
    // A sheet is drawn up over all lines, whomever its deductions name.
    const named = type === 'drawUpSheet' ? [] : personsIn(data);
    return linesOf(reading, reading.state.stream, named.length > 0 ? named : null);
  },

  async engagements(reading) {
    const { projectId, segmentId } = placeOf(reading);
    const standing = standingRosterEver(await rosterRows(reading, projectStream(projectId), null), segmentId);
    return Object.fromEntries(standing.map(({ personRef, engagement }) => [personRef, engagement]));
  },

  async datedParameters({ tx, district, references }) {
    const { beijing, own } = await references.rulebooks(tx, district);
    return datedEntries(beijing, own);
  },

  async projectPay({ tx, state, vault }) {
    const { id } = state.subject as Project;
    const streams = await tx.query<{ stream_id: string }[]>(
      'select stream_id from read.period where project_id = $1 order by stream_id',
      [id],
    );
    const lines = (await Promise.all(streams.map(({ stream_id }) => linesOf({ tx, vault }, stream_id, null)))).flat();
    const settled = new Set(['received', 'closed']);
    return {
      lines: lines.length,
      openLines: lines.filter(({ status }) => !settled.has(status) && status !== 'disputed').length,
      disputedFen: lines.filter(({ status }) => status === 'disputed').reduce((sum, { netFen }) => sum + netFen, 0),
      netFen: lines.reduce((sum, { netFen }) => sum + netFen, 0),
      receivedFen: lines.reduce((sum, { receivedFen }) => sum + receivedFen, 0),
      persons: new Set(lines.map(({ personRef }) => personRef)).size,
    };
  },
};

/** The last word on everyone who ever stood on the roster, those who left included: their days are paid all the same. */
const standingRosterEver = (rows: Parameters<typeof standingRoster>[0], segmentId: string) => {
  const left = rows.map((row) => (row.act === 'left' ? { ...row, act: 'agreed' as const } : row));
  return standingRoster(left, segmentId);
};

/** For each person's day of which an edition counts in the period: all its editions, oldest first, in a fixed order. */
async function editionsTouching(
  { tx }: Reading,
  stream: string,
  segmentId: string,
  period: string,
): Promise<[AttendanceRow, ...AttendanceRow[]][]> {
  const rows = await tx.query<{ body: string }[]>(
    `select body from rows.attendance all_editions
      where stream_id = $1 and segment_id = $2 and exists (
        select from rows.attendance touched
         where touched.stream_id = $1 and touched.segment_id = $2 and touched.counts_in = $3
           and touched.person_ref = all_editions.person_ref and touched.on_date = all_editions.on_date)
      order by on_date, person_ref, edition`,
    [stream, segmentId, period],
  );
  const days = new Map<string, [AttendanceRow, ...AttendanceRow[]]>();
  for (const { body } of rows) {
    const row = JSON.parse(body) as AttendanceRow;
    const key = `${row.on}/${row.personRef}`;
    const day = days.get(key);
    if (day) day.push(row);
    else days.set(key, [row]);
  }
  return [...days.values()];
}
