import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PeopleSummary, PersonRow } from '#contracts/http/projects';
import { civilDateOf } from '#domain/calendar';
import { type JobPost, postOf } from '#domain/mobilization/state';
import { mayWork } from '#domain/training/may-work';
import { segmentOf, type Project } from '#domain/project';
import type { CourseRow, RosterRow } from '#domain/rows';
import { projectStream } from '#domain/stream';
import { PersonVault } from '#persons/person-vault';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Names, unknownPerson } from './names';

/** Who stands on a project's roster, in numbers and by masked name. */
@Injectable()
export class PeopleReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  /** @param version of the project's stream up to which its rows count @param now ISO instant it is seen at */
  async summary(projectId: string, version: number, now: string): Promise<PeopleSummary> {
    const standing = await this.standing(projectId, version);
    const persons = [...new Set(standing.map(({ personRef }) => personRef))];
    const attributes = await this.vault.attributesOf(this.database.manager, persons);
    const [counted] = await this.database.query<{ trained: string; present: string }[]>(
      `select (select count(distinct person_ref) from rows.course
                where person_ref = any($1::uuid[]) and course = 'safety' and passed and on_date <= $4) as trained,
              (select count(*) from (select distinct on (person_ref) minutes, output_milli from rows.attendance
                where stream_id = $2 and version <= $3 and on_date = $4 order by person_ref, edition desc) today
                where minutes > 0 or output_milli > 0) as present`,
      [persons, projectStream(projectId), version, civilDateOf(now)],
    );
    return {
      enrolled: persons.length,
      agreed: new Set(standing.filter(({ act }) => act === 'agreed').map(({ personRef }) => personRef)).size,
      localRural: attributes.filter(({ localRural }) => localRural).length,
      priority: attributes.filter(({ priority }) => priority !== null).length,
      trained: Number(counted!.trained),
      presentToday: Number(counted!.present),
    };
  }

  async list(project: Project, session: Session, segmentId: string | undefined): Promise<PersonRow[]> {
    const now = this.clock.iso();
    const roster = await this.roster(project.id);
    const standing = lastWords([...roster.values()].flat()).filter((row) => !segmentId || row.segmentId === segmentId);
    const refs = standing.map(({ personRef }) => personRef);
    const shown = await this.names.persons(refs, session.account.person, now);
    const attributes = new Map(
      (await this.vault.attributesOf(this.database.manager, refs)).map((person) => [person.personRef, person]),
    );
    const courses = await this.courses(refs);
    const unmetBy = ({ personRef, segmentId: segment }: RosterRow, post: JobPost): string[] => {
      const own = { roster: roster.get(personRef) ?? [], courses: courses.get(personRef) ?? [] };
      const unmet = mayWork({ personRef, projectId: project.id, segmentId: segment, ...own }, post, civilDateOf(now));
      return [...new Set(unmet.map(({ rule }) => rule))];
    };
    return standing.map((row) => {
      const post = postFor(project, row);
      const person = attributes.get(row.personRef);
      return {
        personRef: row.personRef,
        ...(shown.get(row.personRef) ?? unknownPerson),
        segmentId: row.segmentId,
        postId: row.postId,
        postTitle: post?.title ?? row.postId,
        engagement: row.engagement,
        agreement: row.agreement,
        priority: person?.priority ?? null,
        localRural: person?.localRural ?? false,
        unmet: post ? unmetBy(row, post) : [],
      };
    });
  }

  private async standing(projectId: string, version: number): Promise<RosterRow[]> {
    return lastWords([...(await this.roster(projectId, version)).values()].flat());
  }

  /** A project's roster rows by person, oldest first. */
  private async roster(
    projectId: string,
    version = Number.MAX_SAFE_INTEGER,
  ): Promise<ReadonlyMap<string, RosterRow[]>> {
    const rows = await this.database.query<{ body: string }[]>(
      'select body from rows.roster where stream_id = $1 and version <= $2 order by version, ordinal',
      [projectStream(projectId), version],
    );
    return byPerson(rows.map(({ body }) => JSON.parse(body) as RosterRow));
  }

  private async courses(personRefs: readonly string[]): Promise<ReadonlyMap<string, CourseRow[]>> {
    const rows = await this.database.query<{ body: string }[]>(
      'select body from rows.course where person_ref = any($1::uuid[]) order by on_date, stream_id, version, ordinal',
      [personRefs],
    );
    return byPerson(rows.map(({ body }) => JSON.parse(body) as CourseRow));
  }
}

function byPerson<R extends { personRef: string }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const own = found.get(row.personRef);
    if (own) own.push(row);
    else found.set(row.personRef, [row]);
  }
  return found;
}

/** The last word on each person of each segment, those who left aside. */
function lastWords(rows: readonly RosterRow[]): RosterRow[] {
  const last = new Map(rows.map((row) => [`${row.segmentId}/${row.personRef}`, row]));
  return [...last.values()].filter(({ act }) => act !== 'left');
}

const postFor = (project: Project, { segmentId, postId }: RosterRow) => {
  const segment = segmentOf(project, segmentId);
  return segment && postOf(segment.mobilization, postId);
};
