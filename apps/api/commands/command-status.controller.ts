import { Controller, Get, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CommandStatus } from '#contracts/http/commands';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Access } from '../access/access';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { notFound, refused } from '../problems/problem';
import { Names } from '../reads/names';
import { accepted, stored } from './answers';
import { Ledger } from './ledger';
import { streamFrom } from './places';

@Controller('commands')
export class CommandStatusController {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly names: Names,
  ) {}

  /** What became of a command: the address a 202 gives. */
  @Get('*')
  async status(@Param('*') path: string, @Who() session: Session): Promise<CommandStatus> {
    const parts = path.split('/');
    const commandId = parts.at(-1) ?? '';
    const stream = streamFrom(parts.slice(0, -1).join('/'));
    const known = await this.log.known(this.database.manager, stream, commandId);
    if (!known || !(await this.mayAsk(session, stream, commandId))) throw notFound();
    if ('waiting' in known) return stored(stream, commandId);
    const { refused: breaches } = known.outcome;
    if (!breaches) return accepted(commandId, known.outcome);
    const { substantive } = await this.log.state(this.database.manager, stream);
    return { status: 'refused', commandId, problem: refused(await this.names.inBreaches(breaches), substantive) };
  }

  /** Who may see the stream; before it exists, whoever gave the command. */
  private async mayAsk(session: Session, stream: StreamId, commandId: string): Promise<boolean> {
    return (
      (await this.access.mayHear(session, stream)) || this.ledger.givenBy(stream, commandId, session.account.person)
    );
  }
}
