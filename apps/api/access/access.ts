import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HeldPost } from '#contracts/http/session';
import { EventLog } from '#event-log/event-log';
import { districtLabels } from '#labels/zh/districts';
import { issuersOf, type OfficialDocument } from '#domain/document/document';
import type { Project } from '#domain/project';
import { shownTo } from '#domain/signoff/around';
import type { Matter } from '#domain/signoff/matter';
import type { StreamState } from '#domain/state';
import { keyOf, kindOf, projectStream, type StreamId } from '#domain/stream';
import type { Session } from '../auth/sessions';

/** What a person's posts let them see: whole districts, and what their bodies take part in. @rule R-SEC-06 */
export interface Scope {
  /** every district of the city */
  all: boolean;
  districts: readonly string[];
  bodies: readonly string[];
  /** sets up bodies and rulebooks, sees no projects by that */
  administers: boolean;
}

/** Bodies that take part in single projects and look after no district. */
const takesPart = new Set([
  'township',
  'subdistrict',
  'villageCollective',
  'villageSupervision',
  'cooperative',
  'enterprise',
  'supervisionEngineer',
]);
const municipal = '110000';
const overDistrict = new Set(['auditor', 'scheduler', 'recordKeeper']);

export function scopeOf(posts: readonly Pick<HeldPost, 'body' | 'bodyKind' | 'district' | 'postKind'>[]): Scope {
  const wide = posts.filter(
    ({ bodyKind, postKind }) =>
      overDistrict.has(postKind) || (!takesPart.has(bodyKind) && postKind !== 'systemAdministrator'),
  );
  return {
    all: wide.some(({ district }) => district === municipal),
    districts: [...new Set(wide.map(({ district }) => district))],
    bodies: [...new Set(posts.map(({ body }) => body))],
    administers: posts.some(({ postKind }) => postKind === 'systemAdministrator'),
  };
}

type Sighted = Pick<Session, 'posts' | 'acting'>;

/** Who acts for a post sees what it sees. */
const scopeWith = ({ posts, acting }: Sighted): Scope => scopeOf([...posts, ...acting]);

/** Whether someone may see a stream; what is foreign is answered like what does not exist. */
@Injectable()
export class Access {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
  ) {}

  /** Bodies, not workers: whole streams are for those who hold a post. */
  async maySee(session: Sighted, stream: StreamId): Promise<boolean> {
    return session.posts.length > 0 && this.sees(scopeWith(session), stream);
  }

  private async sees(scope: Scope, stream: StreamId): Promise<boolean> {
    switch (kindOf(stream)) {
      case 'project':
        return this.seesProject(scope, keyOf(stream));
      case 'wages':
        return this.seesProject(scope, keyOf(stream).split('/')[0]!);
      case 'organization':
        return this.seesBody(scope, keyOf(stream));
      case 'rulebook':
        return keyOf(stream) === 'beijing' || Object.hasOwn(districtLabels, keyOf(stream));
      case 'document':
        return this.seesDocument(
          scope,
          (await this.log.state(this.database.manager, stream)).subject as OfficialDocument,
        );
      case 'signoff':
        return this.seesMatter(scope, (await this.log.state(this.database.manager, stream)).subject as Matter);
      case 'evaluation':
        return scope.all || scope.districts.includes(keyOf(stream).split('/')[0]!);
      case 'plan':
        return this.seesPlan(scope, keyOf(stream).split('/')[0]!);
    }
  }

  /** A worker's own streams: the projects on whose roster they stood, and the pay periods of these. */
  async concerns({ account: { personRef } }: Pick<Session, 'account'>, stream: StreamId): Promise<boolean> {
    if (!personRef || !['project', 'wages'].includes(kindOf(stream))) return false;
    const project = projectStream(keyOf(stream).split('/')[0]!);
    const [row] = await this.database.query<{ some: boolean }[]>(
      'select exists (select from rows.roster where person_ref = $1 and stream_id = $2) as some',
      [personRef, project],
    );
    return row!.some;
  }

  async mayHear(session: Session, stream: StreamId): Promise<boolean> {
    return (await this.maySee(session, stream)) || (await this.concerns(session, stream));
  }

  /** As `mayHear`, of a stream whose state was just read: a project's own says where it belongs. */
  async mayTouch(session: Session, { stream, subject }: StreamState): Promise<boolean> {
    if (session.posts.length === 0) return this.mayHear(session, stream);
    if (kindOf(stream) === 'signoff') return this.seesMatter(scopeWith(session), subject as Matter);
    if (kindOf(stream) !== 'project') return this.mayHear(session, stream);
    const { district, parties } = subject as Project;
    const bodies = Object.values(parties ?? {}).flat();
    if (parties && takesIn(scopeWith(session), { district, parties: bodies })) return true;
    return this.concerns(session, stream);
  }

  private async seesProject(scope: Scope, projectId: string): Promise<boolean> {
    const [project] = await this.database.query<{ district: string; parties: string[] }[]>(
      'select district, parties from read.project where project_id = $1',
      [projectId],
    );
    return project !== undefined && takesIn(scope, project);
  }

  /** The district's departments, and its townships, whose projects it lists. */
  private async seesPlan(scope: Scope, district: string): Promise<boolean> {
    if (scope.all || scope.districts.includes(district)) return true;
    const [row] = await this.database.query<{ some: boolean }[]>(
      `select exists (select from read.body where body_id = any($1) and district = $2 and kind in ('township', 'subdistrict')) as some`,
      [scope.bodies, district],
    );
    return row!.some;
  }

  /** Who sees what it is about, and the organs that issue it. */
  private async seesDocument(scope: Scope, document: OfficialDocument): Promise<boolean> {
    if (document.subject === '') return false;
    return issuersOf(document).some((body) => scope.bodies.includes(body)) || this.sees(scope, document.subject);
  }

  /** Who sees what it decides about, and whoever has a part in it. */
  private async seesMatter(scope: Scope, matter: Matter): Promise<boolean> {
    const { subject, visits } = matter;
    if (subject === '') return false;
    const owners = [...visits.flatMap(({ seats }) => seats.map(({ owner }) => owner)), ...shownTo(matter)];
    const bodies = owners.map(({ body }) => body);
    return bodies.some((body) => scope.bodies.includes(body)) || this.sees(scope, subject);
  }

  private async seesBody(scope: Scope, body: string): Promise<boolean> {
    const [row] = await this.database.query<{ district: string }[]>(
      'select district from read.body where body_id = $1',
      [body],
    );
    if (!row) return false;
    return scope.all || scope.administers || scope.districts.includes(row.district) || scope.bodies.includes(body);
  }
}

const takesIn = (scope: Scope, project: { district: string; parties: readonly string[] }): boolean =>
  scope.all ||
  scope.districts.includes(project.district) ||
  project.parties.some((body) => scope.bodies.includes(body));

/** SQL that keeps a list of projects to a scope: `$n` the districts (null for all), `$n+1` the bodies. */
export const visibleProjects = (n: number): string =>
  `($${n}::text[] is null or project.district = any($${n}) or project.parties && $${n + 1}::text[])`;
export const visibleValues = ({ all, districts, bodies }: Scope): [readonly string[] | null, readonly string[]] => [
  all ? null : districts,
  bodies,
];
