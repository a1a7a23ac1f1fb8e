import type { WageLineFact } from '#domain/facts';
import { segmentOf, type Project } from '#domain/project';
import type { WageLineRow } from '#domain/rows';
import { datedEntries } from '#domain/rulebook/effective';
import { keyOf, projectStream } from '#domain/stream';
import { rowsDigest } from '#event-log/chain';
import type { Readers, Reading } from './fact-readers';
import { personsIn, rosterRows, standingAttendance, standingRoster } from './people';

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
  const lines = rows.map(({ body, act, received_fen }) => ({
    line: JSON.parse(body) as WageLineRow,
    act,
    received_fen,
  }));
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

export const payReaders: Readers<'periodAttendance' | 'wageLines' | 'projectPay' | 'engagements' | 'datedParameters'> =
  {
    async periodAttendance(reading) {
      const { projectId, segmentId, period } = placeOf(reading);
      const project = (await reading.log.state(reading.tx, projectStream(projectId))).subject as Project;
      const unsealed = segmentOf(project, segmentId)?.construction.unsealedDays ?? [];
      const month = await standingAttendance(
        reading,
        projectStream(projectId),
        segmentId,
        `${period}-01`,
        lastOf(period),
      );
      const rows = month.filter(({ on }) => !unsealed.includes(on));
      return { rows, digest: rowsDigest('sm3', rows) };
    },

    wageLines(reading) {
      const named = personsIn(reading.command.data);
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

const lastOf = (period: string): string => {
  const [year, month] = period.split('-').map(Number) as [number, number];
  return `${period}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
};
