import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { ProjectRow, ProjectsPage } from '#contracts/http/projects';
import { stages, type Stage } from '#domain/lifecycle';
import type { Project } from '#domain/project';
import { scopeOf, visibleProjects, visibleValues } from '../access/access';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Calendars } from './calendars';
import { lampOf, soonUntil } from './lamps';
import { containing, district, lamp, page, paged, pageSize, search, year } from './query';

export const projectsQuery = z.strictObject({
  year,
  district,
  stage: z.enum(stages).optional(),
  lamp,
  q: search,
  page,
});
type ProjectsQuery = z.infer<typeof projectsQuery>;

interface Row {
  project_id: string;
  name: string;
  district: string;
  stage: Stage;
  status: Project['status'];
  scope_class: string;
  sectors: string[];
  owner_name: string | null;
  owner: string;
  planned_pay_fen: string;
  fund_fen: string;
  listed_year: number | null;
  updated_at: Date;
  next_due: Date | null;
  open_duties: string;
  total: string;
}

@Injectable()
export class ProjectsReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Projects in sight, the one that moved last first. */
  async list(
    session: Session,
    { year: listed, district: of, stage, lamp: light, q, page: at }: ProjectsQuery,
  ): Promise<ProjectsPage> {
    const now = this.clock.iso();
    const soon = soonUntil(await this.calendars.inForce(), now);
    const rows = await this.database.query<Row[]>(
      `select project.*, head.last_at as updated_at, body.name as owner_name, due.next_due, coalesce(due.open_duties, 0) as open_duties, count(*) over () as total
         from read.project project
         join log.stream_head head using (stream_id)
         left join read.body body on body.body_id = project.owner
         left join lateral (select min(due_at) as next_due, count(*) as open_duties from read.duty
                             where duty.project_id = project.project_id) due on true
        where ${visibleProjects(1)}
          and ($3::int is null or project.listed_year = $3)
          and ($4::text is null or project.district = $4)
          and ($5::text is null or project.stage = $5)
          and ($6::text is null or project.name ilike $6)
          and ($7::text is null or $7 = case when due.next_due < $8::timestamptz then 'late'
                                             when due.next_due <= $9::timestamptz then 'soon' else 'normal' end)
        order by head.last_at desc, project.project_id
        limit ${pageSize} offset ${(at - 1) * pageSize}`,
      [
        ...visibleValues(scopeOf(session.posts)),
        listed ?? null,
        of ?? null,
        stage ?? null,
        containing(q),
        light ?? null,
        now,
        soon,
      ],
    );
    const items = rows.map((row) => rowOf(row, now, soon));
    return { ...paged(items, Number(rows[0]?.total ?? 0), at), districts: await this.districts(session) };
  }

  /** Where the projects in sight lie, whatever the list is filtered by. */
  private async districts(session: Session): Promise<string[]> {
    const found = await this.database.query<{ district: string }[]>(
      `select distinct district from read.project where ${visibleProjects(1)} order by district`,
      visibleValues(scopeOf(session.posts)),
    );
    return found.map(({ district: one }) => one);
  }
}

const rowOf = (row: Row, now: string, soon: string): ProjectRow => ({
  id: row.project_id,
  name: row.name,
  district: row.district,
  stage: row.stage,
  status: row.status,
  scopeClass: row.scope_class,
  sectors: row.sectors,
  ownerName: row.owner_name ?? row.owner,
  plannedLaborPayFen: Number(row.planned_pay_fen),
  fundFen: Number(row.fund_fen),
  listedYear: row.listed_year,
  lamp: lampOf(row.next_due?.toISOString() ?? null, now, soon),
  openDuties: Number(row.open_duties),
  updatedAt: row.updated_at.toISOString(),
});
