import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import type { EvaluationPage } from '#contracts/http/evaluations';
import { evaluationProgress, type EvaluationProgress } from '#contracts/temporal/evaluation';
import type { Evaluation } from '#domain/evaluation/evaluation';
import type { Figures, ProjectFacts } from '#domain/evaluation/indicators';
import { evaluationStream, type StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { figureValues } from './figure-values';
import { Names } from './names';

const progressMs = 1_000;

/** A year's evaluation: its stream, the figures of its frozen position, its runs. Nothing is computed here. */
@Injectable()
export class EvaluationsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly temporal: Client,
    private readonly names: Names,
  ) {}

  async page(scope: string, year: number): Promise<EvaluationPage> {
    const stream = evaluationStream(scope, year);
    const { status, freeze, result } = await this.evaluation(stream);
    const facts = freeze ? await this.facts(stream, freeze.leaf) : [];
    const figures = freeze && result ? await this.figures(stream, freeze.leaf) : null;
    const names = await this.names.projects(facts.map(({ projectId }) => projectId));
    const running = status === 'requested' || status === 'frozen';
    return {
      scope,
      year,
      status: status === 'recorded' ? 'computed' : status,
      frozen: freeze,
      digest: result?.digest ?? null,
      progress: running ? await this.progress(stream) : null,
      district: figures && figureValues(figures.whole, facts),
      projects: (figures?.projects ?? []).map((project) => ({
        projectId: project.projectId,
        name: names[project.projectId] ?? project.projectId,
        figures: figureValues(
          project,
          facts.filter(({ projectId }) => projectId === project.projectId),
        ),
      })),
      runs: await this.runs(stream),
    };
  }

  async evaluation(stream: StreamId): Promise<Evaluation> {
    return (await this.log.state(this.database.manager, stream)).subject as Evaluation;
  }

  /** What was gathered of each project at the frozen position. */
  async facts(stream: StreamId, leaf: number): Promise<ProjectFacts[]> {
    const rows = await this.database.query<{ facts: ProjectFacts }[]>(
      'select facts from read.evaluation_input where stream_id = $1 and leaf = $2 order by project_id',
      [stream, leaf],
    );
    return rows.map(({ facts }) => facts);
  }

  private async figures(stream: StreamId, leaf: number): Promise<Figures | null> {
    const [row] = await this.database.query<{ figures: Figures }[]>(
      'select figures from read.evaluation_figures where stream_id = $1 and leaf = $2',
      [stream, leaf],
    );
    return row?.figures ?? null;
  }

  /** Each finished run with its digest; the same position must give the same one each time. @rule R-EVAL-17 */
  private async runs(stream: StreamId): Promise<EvaluationPage['runs']> {
    const rows = await this.database.query<{ finished_at: Date; digest: string; same: boolean | null }[]>(
      `select finished_at, digest,
              case when row_number() over position > 1 then digest = first_value(digest) over position end as same
         from read.evaluation_run where stream_id = $1 and finished_at is not null
       window position as (partition by leaf order by finished_at) order by finished_at desc`,
      [stream],
    );
    return rows.map(({ finished_at, digest, same }) => ({ at: finished_at.toISOString(), digest, same }));
  }

  /** Asked of the run itself; null while nobody answers. */
  private async progress(stream: StreamId): Promise<EvaluationPage['progress']> {
    const asked = this.temporal.withDeadline(Date.now() + progressMs, () =>
      this.temporal.workflow.getHandle(stream).query<EvaluationProgress>(evaluationProgress),
    );
    return asked.then(
      ({ done, total }) => ({ done, total }),
      () => null,
    );
  }
}
