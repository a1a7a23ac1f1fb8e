import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Command } from '#domain/command';
import type { StreamId } from '#domain/stream';

/** Reads and stores what stands between a request and its decision. */
@Injectable()
export class Ledger {
  constructor(private readonly database: DataSource) {}

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
