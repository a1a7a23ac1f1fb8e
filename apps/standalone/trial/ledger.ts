import { DataSource } from 'typeorm';
import type { Recorded } from '#domain/event';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { verifyStream } from '#event-log/verify';
import { dataSourceOptions } from '#platform/database';

/** The event log of a trial's system, to hold against it what the clients were told. */
export class Ledger {
  private readonly log = new EventLog('sm3');
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

  eventsOf(stream: StreamId): Promise<Recorded[]> {
    return this.log.read(this.database.manager, stream);
  }

  /** How often a command left an event of this type. @returns by `<stream> <command>` */
  async timesRecorded(type: string): Promise<Map<string, number>> {
    const counted = await this.database.query<{ stream_id: string; command_id: string; times: string }[]>(
      'select stream_id, command_id, count(*) as times from log.event where type = $1 group by 1, 2',
      [type],
    );
    return new Map(counted.map((row) => [`${row.stream_id} ${row.command_id}`, Number(row.times)]));
  }

  /** Streams whose proof does not hold. */
  async broken(): Promise<string[]> {
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
