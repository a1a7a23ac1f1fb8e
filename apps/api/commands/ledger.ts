import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Command } from '#domain/command';
import type { StreamId } from '#domain/stream';
import type { Outcome } from '#event-log/event-log';
import { run } from '#event-log/statement';

/** What became of a key so far: decided, stored to be decided, or nothing. */
export type Known = { outcome: Outcome; requestHash: string } | { waiting: Command } | undefined;

/** Reads and stores what stands between a request and its decision. */
@Injectable()
export class Ledger {
  constructor(private readonly database: DataSource) {}

  async known(stream: StreamId, commandId: string): Promise<Known> {
    const [row] = await run<{ outcome: Outcome | null; request_hash: string; waiting: Command | null }>(
      this.database.manager,
      {
        name: 'log.known',
        text: `select receipt.outcome, receipt.request_hash, stored.command as waiting
                 from (select $1::text as stream_id, $2::text as command_id) asked
                 left join log.receipt receipt using (stream_id, command_id)
                 left join log.stored_command stored using (stream_id, command_id)`,
        values: [stream, commandId],
      },
    );
    const { outcome, request_hash: requestHash, waiting } = row!;
    if (outcome) return { outcome, requestHash };
    return waiting ? { waiting } : undefined;
  }

  /** Whether this person gave a command that waits or was refused. */
  async givenBy(stream: StreamId, commandId: string, person: string): Promise<boolean> {
    const [row] = await this.database.query<{ some: boolean }[]>(
      `select exists (select from log.stored_command
                       where stream_id = $1 and command_id = $2 and command -> 'actor' ->> 'person' = $3)
           or exists (select from log.refusal where stream_id = $1 and command_id = $2 and actor ->> 'person' = $3) as some`,
      [stream, commandId, person],
    );
    return row!.some;
  }

  /** The relay resends it with the same id until a receipt exists. */
  async store(command: Command): Promise<void> {
    await this.database.query(
      'insert into log.stored_command (stream_id, command_id, command) values ($1, $2, $3) on conflict do nothing',
      [command.stream, command.id, JSON.stringify(command)],
    );
  }
}
