import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FigureRows } from '#contracts/http/evaluations';
import { evaluationStream } from '#domain/stream';
import { EvaluationsReader } from './evaluations.reader';
import { isFigure } from './figure-values';
import { notFound } from '../problems/problem';

interface Row {
  stream_id: string;
  version: string;
  on_date: string;
  what: string;
  value: string;
}

/** Pay received in the year, a row an event and day: `$1` project ids, `$2` leaf, `$3` and `$4` first and last day. */
const received = (value: string): string =>
  `select act.stream_id, act.version, act.on_date::text, 'ReceiptsRecorded' as what, ${value} as value
     from rows.wage_act act
     join read.period period on period.stream_id = act.stream_id
     join log.sealed sealed on sealed.stream_id = act.stream_id and sealed.version = act.version
    where period.project_id = any($1) and sealed.leaf < $2 and act.act = 'received' and act.on_date between $3 and $4
    group by act.stream_id, act.version, act.on_date order by act.on_date, act.stream_id, act.version`;

/** Standing days of attendance in the year. */
const standing = `select distinct on (day.stream_id, day.segment_id, day.person_ref, day.on_date) day.*, event.type
     from rows.attendance day join log.sealed sealed using (stream_id, version) join log.event event using (stream_id, version)
    where day.stream_id = any(select 'project/' || id from unnest($1::text[]) id) and sealed.leaf < $2 and day.on_date between $3 and $4
    order by day.stream_id, day.segment_id, day.person_ref, day.on_date, day.edition desc`;

const worked = `select stream_id, version, on_date::text, type as what, count(*) as value
     from (${standing}) day where minutes > 0 or output_milli > 0
    group by stream_id, version, on_date, type order by on_date, stream_id, version`;

/** Each person once a project, with the first day worked in the year. */
const persons = `select stream_id, version, on_date::text, type as what, count(*) as value
     from (select distinct on (stream_id, person_ref) * from (${standing}) day where minutes > 0 or output_milli > 0
            order by stream_id, person_ref, on_date) first
    group by stream_id, version, on_date, type order by on_date, stream_id, version`;

const acts = `select event.stream_id, event.version, (event.occurred_at at time zone 'Asia/Shanghai')::date::text as on_date, event.type as what, 1 as value
     from log.event event join log.sealed sealed using (stream_id, version)
    where event.stream_id = any(select 'project/' || id from unnest($1::text[]) id) and sealed.leaf < $2
      and event.type in ('ProjectListed', 'WorksStarted')
      and (event.occurred_at at time zone 'Asia/Shanghai')::date between $3 and $4
    order by event.occurred_at, event.stream_id, event.version`;

const amount = 'sum(act.amount_fen)';
const lines = 'count(distinct act.person_ref)';

const queries: Readonly<Record<string, string>> = {
  'IND-01': received(amount),
  'IND-02': received(amount),
  'IND-04': persons,
  'IND-05': persons,
  'IND-06': worked,
  'IND-10.lines': received(lines),
  'IND-10.amount': received(amount),
  'IND-11': received(lines),
  'IND-13': persons,
  'IND-16': acts,
};

/** The rows of the frozen record behind a figure, each with the event that proves it. */
@Injectable()
export class FigureRowsReader {
  constructor(
    private readonly database: DataSource,
    private readonly evaluations: EvaluationsReader,
  ) {}

  /** @throws ProblemError 404 for an unknown figure, or before the year was frozen */
  async rows(scope: string, year: number, indicator: string, project: string | undefined): Promise<FigureRows> {
    const stream = evaluationStream(scope, year);
    const { freeze } = await this.evaluations.evaluation(stream);
    const sql = isFigure(indicator) && queries[indicator];
    if (!sql || !freeze) throw notFound();
    const gathered = (await this.evaluations.facts(stream, freeze.leaf)).map(({ projectId }) => projectId);
    const projects = gathered.filter((id) => project === undefined || id === project);
    const found = await this.database.query<Row[]>(sql, [projects, freeze.leaf, `${year}-01-01`, `${year}-12-31`]);
    const rows = found.map(({ stream_id, version, on_date, what, value }) => ({
      stream: stream_id,
      version: Number(version),
      on: on_date,
      what,
      value: Number(value),
    }));
    return { indicator, rows, total: rows.length };
  }
}
