import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { reviewProgress, type ReviewProgress } from '#contracts/temporal/review';

const patienceMs = 3_000;

export interface Finding {
  what: string;
  ok: boolean;
  detail: string;
}

/** What is running, in which version, and what is wrong; nothing is changed. */
export async function examine(database: DataSource, temporal: Client): Promise<Finding[]> {
  return [
    await asked('PostgreSQL', async () => {
      const [row] = await database.query<{ version: string }[]>(`select current_setting('server_version') as version`);
      return row!.version;
    }),
    await asked('Temporal', async () => {
      const { serverVersion } = await temporal.workflowService.getSystemInfo({});
      return serverVersion ?? '版本未知';
    }),
    await asked('任务队列上的 worker', async () => {
      const { pollers } = await temporal.workflowService.describeTaskQueue({
        namespace: temporal.options.namespace,
        taskQueue: { name: 'lifecycle' },
        taskQueueType: 1,
      });
      if ((pollers ?? []).length === 0) throw new Error('没有 worker 在取任务：启动 worker');
      return `${pollers!.length} 个`;
    }),
    await counted(
      database,
      '未决的受理命令',
      'select count(*) from log.stored_command where settled_at is null',
      '看 last_fault，重启 worker',
    ),
    await counted(
      database,
      '超过一分钟未送达的通知',
      `select count(*) from log.outbox where delivered_at is null and created_at < clock_timestamp() - interval '1 minute'
         and (kind <> 'review' or last_fault is not null)`,
      '看 log.outbox 的 last_fault',
    ),
    await asked('期限重新计算', () => reviewsUnderWay(database, temporal)),
    await counted(
      database,
      '一分钟前已提交而未封存的记录',
      `select count(*) from log.event where recorded_at < clock_timestamp() - interval '1 minute'
         and not exists (select from log.sealed where sealed.stream_id = event.stream_id and sealed.version = event.version)`,
      '检查 worker 是否在运行，是否有长时间不结束的事务',
    ),
  ];
}

/** What a change of a rulebook set going, and how far each has come. */
async function reviewsUnderWay(database: DataSource, temporal: Client): Promise<string> {
  const underWay = await database.query<{ id: string }[]>(
    `select id from log.outbox
      where kind = 'review' and delivered_at is null and (attempts > 0 or next_try_at <= clock_timestamp()) order by id`,
  );
  const lines = underWay.map(async ({ id }) => `${id} ${await comeTo(temporal, id)}`);
  return (await Promise.all(lines)).join('；') || '没有正在进行的';
}

function comeTo(temporal: Client, id: string): Promise<string> {
  const asking = temporal.withDeadline(Date.now() + patienceMs, () =>
    temporal.workflow.getHandle(id).query<ReviewProgress>(reviewProgress),
  );
  return asking.then(
    ({ done, total }) => (total === 0 ? '即将开始' : `已看 ${done}/${total} 件`),
    () => '尚无答复',
  );
}

async function counted(database: DataSource, what: string, sql: string, mend: string): Promise<Finding> {
  return asked(what, async () => {
    const [row] = await database.query<{ count: string }[]>(sql);
    if (Number(row!.count) > 0) throw new Error(`${row!.count} 条；${mend}`);
    return '0 条';
  });
}

async function asked(what: string, ask: () => Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, detail: await ask() };
  } catch (error) {
    return { what, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
