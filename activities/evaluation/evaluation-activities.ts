import { Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/activity';
import type { DataSource } from 'typeorm';
import { systemActor } from '#domain/actor';
import type { Command } from '#domain/command';
import type { Evaluation } from '#domain/evaluation/evaluation';
import { figuresOf, type ProjectFacts } from '#domain/evaluation/indicators';
import { evaluationStream, type StreamId } from '#domain/stream';
import { canonical, digestOf, type Algorithm } from '#event-log/chain';
import type { EventLog } from '#event-log/event-log';
import { frontierOf } from '#event-log/sealer';
import { rootOf } from '#event-log/merkle';
import type { EvaluationSummary, Frozen } from '#contracts/temporal/evaluation';
import type { Recorder } from '../record/recorder';
import type { Sealing } from '../seal/sealing';
import { factsOf, headsOf, projectsIn } from './gather';

/** What the yearly evaluation calls. Each step finds what an earlier try left and goes on from there. */
@Injectable()
export class EvaluationActivities {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly recorder: Recorder,
    private readonly sealing: Sealing,
    private readonly algorithm: Algorithm,
  ) {}

  async begin(scope: string, year: number, runId: string): Promise<void> {
    const stream = evaluationStream(scope, year);
    if (!(await this.evaluation(stream)).exists) await this.record(stream, 'requestEvaluation', {}, 'request');
    await this.database.query(
      'insert into read.evaluation_run (run_id, stream_id, started_at) values ($1, $2, clock_timestamp()) on conflict do nothing',
      [runId, stream],
    );
  }

  /** The position is taken once the sealer has passed every transaction that was open at the request. */
  async freeze(scope: string, year: number): Promise<Frozen> {
    const stream = evaluationStream(scope, year);
    const { freeze, run } = await this.evaluation(stream);
    if (freeze) return freeze;
    await this.sealAllUpToNow();
    const frontier = await frontierOf(this.database.manager);
    const frozen = { leaf: frontier.size, root: rootOf(frontier)!, at: new Date().toISOString() };
    await this.record(stream, 'freezeEvaluation', frozen, `freeze/${run}`);
    return (await this.evaluation(stream)).freeze!;
  }

  projectsAt(scope: string, year: number, frozen: Frozen): Promise<string[]> {
    return projectsIn(this.database.manager, scope, year, frozen.leaf);
  }

  async gather(scope: string, year: number, frozen: Frozen, projectIds: readonly string[]): Promise<void> {
    const stream = evaluationStream(scope, year);
    for (const projectId of projectIds) {
      const facts = await factsOf(this.database.manager, projectId, year, frozen);
      await this.database.query(
        `insert into read.evaluation_input (stream_id, leaf, project_id, facts) values ($1, $2, $3, $4)
         on conflict (stream_id, leaf, project_id) do update set facts = excluded.facts`,
        [stream, frozen.leaf, projectId, JSON.stringify(facts)],
      );
    }
  }

  /** Figures, their digest, and the record of both. @throws ApplicationFailure not retried, when the same position gives another result */
  async conclude(scope: string, year: number, frozen: Frozen, runId: string): Promise<EvaluationSummary> {
    const stream = evaluationStream(scope, year);
    const projects = await this.inputs(stream, frozen.leaf);
    const heads = await headsOf(this.database.manager, projects, year, frozen);
    const figures = figuresOf({ scope, year, projects, ...heads });
    const digest = digestOf(this.algorithm, canonical(figures));
    // Before the record says that there is a result, it can be read; another result of the same position changes nothing.
    await this.database.query(
      `insert into read.evaluation_figures (stream_id, leaf, digest, figures) values ($1, $2, $3, $4)
       on conflict (stream_id, leaf) do update set figures = excluded.figures where evaluation_figures.digest = excluded.digest`,
      [stream, frozen.leaf, digest, JSON.stringify(figures)],
    );
    await this.record(
      stream,
      'recordResult',
      {
        digest,
        projects: figures.projects.length,
        districts: figures.districts.length,
        persons: figures.whole['IND-04'],
        personTimes: figures.whole['IND-05'],
        receivedFen: figures.whole['IND-01'],
      },
      `result/${frozen.leaf}/${digest}`,
    );
    await this.database.query(
      'update read.evaluation_run set finished_at = clock_timestamp(), leaf = $2, digest = $3 where run_id = $1',
      [runId, frozen.leaf, digest],
    );
    return { scope, year, leaf: frozen.leaf, digest, projects: figures.projects.length };
  }

  private async inputs(stream: StreamId, leaf: number): Promise<ProjectFacts[]> {
    const rows = await this.database.query<{ facts: ProjectFacts }[]>(
      'select facts from read.evaluation_input where stream_id = $1 and leaf = $2 order by project_id',
      [stream, leaf],
    );
    return rows.map(({ facts }) => facts);
  }

  private async evaluation(stream: StreamId): Promise<Evaluation> {
    return (await this.log.state(this.database.manager, stream)).subject as Evaluation;
  }

  private async record(stream: StreamId, type: string, data: object, cause: string): Promise<void> {
    const command: Command = {
      id: `${stream}#${cause}`,
      stream,
      type,
      data,
      at: new Date().toISOString(),
      actor: systemActor,
    };
    const { refused } = await this.recorder.recordCommand(command);
    if (refused)
      throw ApplicationFailure.nonRetryable(
        refused.map(({ rule, mend }) => `${rule} ${mend}`).join('；'),
        'RuleViolation',
        refused,
      );
  }

  private async sealAllUpToNow(): Promise<void> {
    const [open] = await this.database.query<{ next: string }[]>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
    );
    for (;;) {
      await this.sealing.sealOnce();
      const [left] = await this.database.query<{ count: string }[]>(
        `select count(*) from log.event, log.sealer
          where event.xid < $1::xid8 and (event.xid, event.stream_id, event.version) > (last_xid, last_stream, last_version)`,
        [open!.next],
      );
      if (Number(left!.count) === 0) return;
    }
  }
}
