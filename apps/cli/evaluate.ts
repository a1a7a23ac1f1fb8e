import type { Client, WorkflowHandle } from '@temporalio/client';
import { evaluationProgress, type EvaluationProgress, type EvaluationSummary } from '#contracts/temporal/evaluation';
import { lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import { evaluationStream } from '#domain/stream';
import { UsageError, type Invocation } from './arguments';

/** Runs the evaluation of a scope and year, or joins the one that runs, and prints what it comes to. */
export async function evaluateNow(
  temporal: Client,
  { positionals: [scope, year], json }: Invocation,
  print: (line: string) => void,
): Promise<number> {
  if (!scope || !/^(beijing|\d{6})$/.test(scope)) throw new UsageError('区代码应为六位数字，或 beijing');
  if (!year || !/^\d{4}$/.test(year)) throw new UsageError('年度应为四位数字');
  const handle: WorkflowHandle = await temporal.workflow.start(workflowTypes.evaluation, {
    workflowId: evaluationStream(scope, Number(year)),
    taskQueue: lifecycleQueue,
    args: [{ scope, year: Number(year) }],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const shown = json ? undefined : setInterval(() => void showProgress(handle, print), 2_000);
  try {
    const summary = (await handle.result()) as EvaluationSummary;
    print(
      json
        ? JSON.stringify(summary)
        : `${scope} ${year} 年度评估：${summary.projects} 个项目，固化于第 ${summary.leaf} 条记录，结果摘要 ${summary.digest}`,
    );
    return 0;
  } finally {
    clearInterval(shown);
  }
}

async function showProgress(handle: WorkflowHandle, print: (line: string) => void): Promise<void> {
  const progress = await handle.query<EvaluationProgress>(evaluationProgress).catch(() => undefined);
  if (progress) print(`  ${progress.step} ${progress.done}/${progress.total}`);
}
