import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import { Access } from '../access/access';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { streamAt } from '../commands/places';
import { forbidden, notFound } from '../problems/problem';

@Controller('evaluations')
export class EvaluationsController {
  constructor(
    private readonly temporal: Client,
    private readonly access: Access,
  ) {}

  /** Starts a year's evaluation at once; while one runs for the scope and year, it is that one. @clause CL-54 */
  @Post(':scope/:year/runs')
  @HttpCode(202)
  async run(
    @Param() address: Readonly<Record<string, string>>,
    @Who() session: Session,
  ): Promise<{ workflowId: string; runId: string }> {
    const stream = streamAt('evaluation', address);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    const entitled = session.posts.some(
      ({ postKind, bodyKind }) =>
        postKind === 'scheduler' || bodyKind === 'developmentReform' || bodyKind === 'agriculture',
    );
    if (!entitled) throw forbidden('年度评估由发展改革、农业农村部门或评估调度员启动');
    const handle = await this.temporal.workflow.start(workflowTypes.evaluation, {
      workflowId: stream,
      taskQueue: lifecycleQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ scope: address.scope, year: Number(address.year), requestedBy: session.account.person }],
    });
    return { workflowId: stream, runId: handle.firstExecutionRunId };
  }
}
