import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';

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
      `select count(*) from log.outbox where delivered_at is null and created_at < clock_timestamp() - interval '1 minute'`,
      '看 log.outbox 的 last_fault',
    ),
    await counted(
      database,
      '一分钟前已提交而未封存的记录',
      `select count(*) from log.event where recorded_at < clock_timestamp() - interval '1 minute'
         and not exists (select from log.sealed where sealed.stream_id = event.stream_id and sealed.version = event.version)`,
      '检查 worker 是否在运行，是否有长时间不结束的事务',
    ),
  ];
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
