import { DataSource } from 'typeorm';
import { projectStream, type StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import { dataSourceOptions } from '#platform/database';
import type { Decision } from './decisions';

export interface Findings {
  /** accepted, yet not in the log */
  lost: string[];
  /** in the log more than once */
  doubled: string[];
  /** stored or in the outbox, and still not settled */
  stuck: string[];
  /** streams whose proof does not hold */
  broken: string[];
}

/** Holds what the clients were told against the event log. */
export class Ledger {
  private constructor(private readonly database: DataSource) {}

  static async open(url: string): Promise<Ledger> {
    return new Ledger(await new DataSource(dataSourceOptions(url, [], [], 4)).initialize());
  }

  /** Waits until the relay has nothing left to deliver. @returns what is still open after that time */
  async settled(withinMs: number): Promise<string[]> {
    const giveUpAt = performance.now() + withinMs;
    for (;;) {
      const open = await this.database.query<{ what: string }[]>(
        `select 'command ' || command_id || ' on ' || stream_id || ': ' || coalesce(last_fault, 'no fault') as what
           from log.stored_command where settled_at is null
          union all
         select 'parcel ' || id || ': ' || coalesce(last_fault, 'no fault') from log.outbox where delivered_at is null`,
      );
      if (open.length === 0 || performance.now() > giveUpAt) return open.map(({ what }) => what);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async examine(accepted: readonly Decision[], withinMs: number): Promise<Findings> {
    const stuck = await this.settled(withinMs);
    const counted = await this.database.query<{ stream_id: string; command_id: string; times: string }[]>(
      `select stream_id, command_id, count(*) as times from log.event where type = 'FeasibilityStated' group by 1, 2`,
    );
    const times = new Map(counted.map((row) => [`${row.stream_id} ${row.command_id}`, Number(row.times)]));
    const lost = accepted.filter(({ project, key }) => !times.has(`${projectStream(project)} ${key}`));
    const doubled = [...times].filter(([, count]) => count > 1);
    return {
      lost: lost.map(({ key }) => key),
      doubled: doubled.map(([name]) => name),
      stuck,
      broken: await this.broken(),
    };
  }

  private async broken(): Promise<string[]> {
    const streams = await this.database.query<{ stream_id: StreamId }[]>(
      'select stream_id from log.stream_head where version > 0 order by stream_id',
    );
    const found: string[] = [];
    for (const { stream_id } of streams) {
      const { ok, fault } = await verifyStream(this.database.manager, stream_id);
      if (!ok) found.push(`${stream_id}: ${JSON.stringify(fault)}`);
    }
    return found;
  }

  close(): Promise<void> {
    return this.database.destroy();
  }
}
