import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignerRow } from '#contracts/http/matters';
import { civilDateOf } from '#domain/calendar';
import { answering, holdersOf, without } from '#domain/organization/delegation';
import type { Organization } from '#domain/organization/organization';
import type { PostKind } from '#domain/organization/roles';
import type { Matter } from '#domain/signoff/matter';
import { organizationStream, type StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Clock } from '../auth/clock';

const city = '110000';
/** They look after the system or its records, and take no part in what is decided. */
const apart: readonly PostKind[] = ['systemAdministrator', 'recordKeeper', 'auditor', 'scheduler'];

@Injectable()
export class SignersReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The posts of the matter's district and of the city, by name of body: each with its holders by their titles alone, and with who would
   * act for it where it is vacant or its holder away.
   */
  async list(stream: StreamId): Promise<SignerRow[]> {
    const { manager } = this.database;
    const { district, drafter } = (await this.log.state(manager, stream)).subject as Matter;
    const bodies = await this.database.query<{ id: string }[]>(
      `select body_id as id from read.body where district = any($1) order by district = '${city}', name`,
      [[district, city]],
    );
    const organizations = await this.log.states(
      manager,
      bodies.map(({ id }) => organizationStream(id)),
    );
    const rows = organizations.flatMap(({ subject }) => this.postsOf(subject as Organization, drafter.person));
    const titles = await this.titlesOf(rows.flatMap(({ holders }) => holders));
    return rows.map(({ holders, ...row }) => ({
      ...row,
      names: [...new Set(holders.flatMap((person) => titles.get(person) ?? []))].toSorted(),
    }));
  }

  private postsOf(body: Organization, drafter: string) {
    const at = this.clock.iso();
    const others = without(body, drafter);
    const kinds = [...new Set(body.posts.map(({ kind }) => kind))].filter((kind) => !apart.includes(kind));
    return kinds.toSorted().map((post) => {
      const holders = holdersOf(body, post, civilDateOf(at));
      return {
        body: body.id,
        bodyName: body.name,
        post,
        postName: body.posts.find(({ kind }) => kind === post)!.name,
        holders,
        vacant: holders.length === 0,
        answeredBy: answering(others, post, at) ?? null,
      };
    });
  }

  private async titlesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const accounts = await this.database.query<{ person: string; title: string }[]>(
      'select person, title from auth.account where person = any($1) and title is not null',
      [people],
    );
    return new Map(accounts.map(({ person, title }) => [person, title]));
  }
}
