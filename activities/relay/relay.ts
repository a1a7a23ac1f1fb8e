import { Injectable, Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Command } from '#domain/command';
import type { StreamId } from '#domain/stream';
import { isDriven } from '../record/outbox';
import type { Recorder } from '../record/recorder';
import type { StreamClient } from '../record/stream-client';
import type { Reviews } from '../review/reviews';

interface Parcel {
  id: string;
  kind: 'poke' | 'effect' | 'review';
  stream_id: StreamId;
  command: Command | null;
  created_at: Date;
}

const batch = 50;
const waitMs = 5_000;
/** Tries grow rarer, to one a minute. */
const later = `attempts = attempts + 1, next_try_at = clock_timestamp() + least(60, power(2, attempts)) * interval '1 second'`;

const byAge = (a: Parcel, b: Parcel): number => a.created_at.getTime() - b.created_at.getTime();

/**
 * Nothing falls between log and engine: commands stored before a 202 are resent with the same id until a receipt exists, and
 * the outbox is delivered until acknowledged. Several relays share the work; one that dies leaves its rows to the next.
 */
@Injectable()
export class Relay {
  private readonly logger = new Logger('relay');

  constructor(
    private readonly database: DataSource,
    private readonly recorder: Recorder,
    private readonly streams: StreamClient,
    private readonly reviews: Reviews,
  ) {}

  /** One round over both tables. @returns how many were settled; 0 when there was nothing to do */
  async deliver(): Promise<number> {
    return (await this.deliverOutbox()) + (await this.resendStored());
  }

  /** Parcels are taken by putting off their next try: no transaction stays open while the engine is asked. */
  private async deliverOutbox(): Promise<number> {
    const [parcels] = await this.database.query<[Parcel[], number]>(
      `update log.outbox set ${later}
        where id in (
          select id from log.outbox where delivered_at is null and next_try_at <= clock_timestamp()
           order by created_at limit $1 for update skip locked)
        returning id, kind, stream_id, command, created_at`,
      [batch],
    );
    let delivered = 0;
    for (const parcel of parcels.toSorted(byAge)) delivered += await this.deliverOne(parcel);
    return delivered;
  }

  private async deliverOne(parcel: Parcel): Promise<number> {
    try {
      if (!(await this.hand(parcel))) {
        if (parcel.kind === 'review') return 0; // Under way: it stays undelivered until all is looked at.
        throw new Error('no answer yet');
      }
      await this.database.query('update log.outbox set delivered_at = clock_timestamp() where id = $1', [parcel.id]);
      return 1;
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      this.logger.warn({ parcel: parcel.id, fault }, 'not delivered, will be tried again');
      await this.database.query('update log.outbox set last_fault = $2 where id = $1', [parcel.id, fault]);
      return 0;
    }
  }

  private async hand({ id, kind, stream_id, command }: Parcel): Promise<boolean> {
    switch (kind) {
      case 'effect':
        return this.decide(command!);
      case 'review':
        return this.reviews.isDone({ cause: id, rulebook: stream_id }, waitMs);
      case 'poke':
        await this.streams.lookAgain(stream_id, waitMs);
        return true;
    }
  }

  /** By the stream's workflow; what concerns the past, or a stream without one, is recorded without waking anybody. */
  private async decide(command: Command): Promise<boolean> {
    if (command.backfilled || !isDriven(command.stream)) await this.recorder.recordCommand(command);
    else return (await this.streams.execute(command, waitMs)) !== undefined;
    return true;
  }

  private async resendStored(): Promise<number> {
    await this.database.query(
      `update log.stored_command stored set settled_at = clock_timestamp()
        where settled_at is null and exists (select from log.receipt where stream_id = stored.stream_id and command_id = stored.command_id)`,
    );
    const [open] = await this.database.query<[{ command: Command }[], number]>(
      `update log.stored_command set ${later}
        where (stream_id, command_id) in (
          select stream_id, command_id from log.stored_command
           where settled_at is null and next_try_at <= clock_timestamp()
           order by stored_at limit $1 for update skip locked)
        returning command`,
      [batch],
    );
    const outcomes = await Promise.all(open.map(({ command }) => this.resend(command)));
    return outcomes.filter(Boolean).length;
  }

  private async resend(command: Command): Promise<boolean> {
    try {
      return await this.decide(command);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      await this.database.query(
        'update log.stored_command set last_fault = $3 where stream_id = $1 and command_id = $2',
        [command.stream, command.id, fault],
      );
      this.logger.error({ command: command.id, fault }, 'a stored command met a fault');
      return false;
    }
  }
}
