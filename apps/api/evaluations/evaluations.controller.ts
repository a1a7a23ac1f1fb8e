import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { EvaluationPage, FigureRows } from '#contracts/http/evaluations';
import type { EvaluationRequest } from '#contracts/temporal/evaluation';
import { lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Access } from '../access/access';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { CommandDesk } from '../commands/command-desk';
import { streamAt } from '../commands/places';
import { forbidden, notFound } from '../problems/problem';
import { EvaluationsReader } from '../reads/evaluations.reader';
import { FigureRowsReader } from '../reads/figure-rows.reader';

type Address = Readonly<Record<string, string>>;
const figureQuery = z.strictObject({ project: z.string().max(80).optional() });

@Controller('evaluations')
export class EvaluationsController {
  constructor(
    private readonly temporal: Client,
    private readonly access: Access,
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly desk: CommandDesk,
    private readonly evaluations: EvaluationsReader,
    private readonly figures: FigureRowsReader,
  ) {}

  @Get(':scope/:year')
  async page(@Param() address: Address, @Who() session: Session): Promise<EvaluationPage> {
    await this.visible(address, session);
    return this.evaluations.page(address.scope!, Number(address.year));
  }

  @Get(':scope/:year/figures/:indicator')
  async rows(
    @Param() address: Address,
    @Query({ schema: figureQuery }) query: z.infer<typeof figureQuery>,
    @Who() session: Session,
  ): Promise<FigureRows> {
    await this.visible(address, session);
    return this.figures.rows(address.scope!, Number(address.year), address.indicator!, query.project);
  }

  /**
   * Starts a year's evaluation at once: who asked goes on record first. While one runs for the scope and year, it is that one.
   * @clause CL-52
   */
  @Post(':scope/:year/runs')
  @HttpCode(202)
  async run(@Param() address: Address, @Who() session: Session): Promise<{ workflowId: string; runId: string }> {
    const stream = await this.visible(address, session);
    const entitled = session.posts.some(
      ({ postKind, bodyKind }) =>
        postKind === 'scheduler' || bodyKind === 'developmentReform' || bodyKind === 'agriculture',
    );
    if (!entitled) throw forbidden('年度评估由发展改革、农业农村部门或评估调度员启动');
    if ((await this.log.state(this.database.manager, stream)).version === 0) {
      const key = `request.${session.account.person}`;
      await this.desk.submit(session, { stream, type: 'requestEvaluation', key, body: { data: {} } });
    }
    const request: EvaluationRequest = { scope: address.scope!, year: Number(address.year) };
    const handle = await this.temporal.workflow.start(workflowTypes.evaluation, {
      workflowId: stream,
      taskQueue: lifecycleQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [request],
    });
    return { workflowId: stream, runId: handle.firstExecutionRunId };
  }

  private async visible(address: Address, session: Session): Promise<StreamId> {
    const stream = streamAt('evaluation', address);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return stream;
  }
}
