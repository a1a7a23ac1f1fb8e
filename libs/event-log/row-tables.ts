import type {
  AttendanceRow,
  CourseRow,
  RosterRow,
  RowSet,
  RowTable,
  RowTables,
  WageActRow,
  WageLineRow,
} from '#domain/rows';
import type { Statement } from './statement';

interface Columns<R> {
  table: string;
  columns: readonly string[];
  values: (row: R) => readonly unknown[];
}

/** Which columns queries need; the whole row stands beside them in canonical text, and that is what digests cover. */
export const rowTables: { [T in RowTable]: Columns<RowTables[T]> } = {
  roster: {
    table: 'rows.roster',
    columns: ['segment_id', 'person_ref', 'act', 'post_id', 'on_date'],
    values: (row: RosterRow) => [row.segmentId, row.personRef, row.act, row.postId, row.on],
  },
  course: {
    table: 'rows.course',
    columns: ['segment_id', 'person_ref', 'course', 'skill', 'on_date', 'passed'],
    values: (row: CourseRow) => [row.segmentId, row.personRef, row.course, row.skill, row.on, row.passed],
  },
  attendance: {
    table: 'rows.attendance',
    columns: ['segment_id', 'person_ref', 'post_id', 'on_date', 'minutes', 'output_milli', 'edition', 'counts_in'],
    values: (row: AttendanceRow) => [
      row.segmentId,
      row.personRef,
      row.postId,
      row.on,
      row.minutes,
      row.outputMilli,
      row.edition,
      row.countsIn,
    ],
  },
  wageLine: {
    table: 'rows.wage_line',
    columns: ['person_ref', 'gross_fen', 'net_fen', 'edition'],
    values: (row: WageLineRow) => [row.personRef, row.grossFen, row.netFen, row.edition],
  },
  wageAct: {
    table: 'rows.wage_act',
    columns: ['person_ref', 'act', 'edition', 'amount_fen', 'on_date'],
    values: (row: WageActRow) => [row.personRef, row.act, row.edition, row.amountFen, row.on],
  },
};

const types: Readonly<Record<string, string>> = {
  segment_id: 'text',
  person_ref: 'uuid',
  act: 'text',
  post_id: 'text',
  on_date: 'date',
  course: 'text',
  skill: 'text',
  passed: 'boolean',
  minutes: 'int',
  output_milli: 'bigint',
  edition: 'smallint',
  counts_in: 'text',
  gross_fen: 'bigint',
  net_fen: 'bigint',
  amount_fen: 'bigint',
};

/** One statement for all rows of an event, whatever their number: a column array each, unnested in step. */
export function insertingRows(set: RowSet, streamId: string, version: number, bodies: readonly string[]): Statement {
  const { table, columns, values } = rowTables[set.table] as Columns<unknown>;
  const cells = set.rows.map((row) => values(row));
  const arrays = columns.map((_, column) => cells.map((row) => row[column]));
  const parameters = columns.map((name, index) => `$${index + 4}::${types[name]}[]`);
  const text = `insert into ${table} (stream_id, version, ordinal, body, ${columns.join(', ')})
    select $1, $2, line.ordinal - 1, line.body, ${columns.map((name) => `line.${name}`).join(', ')}
    from unnest($3::text[], ${parameters.join(', ')}) with ordinality as line(body, ${columns.join(', ')}, ordinal)`;
  return { name: `log.${table}`, text, values: [streamId, version, bodies, ...arrays] };
}
