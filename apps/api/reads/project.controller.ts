import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { AttendanceMonth, PersonRow, ProjectPage, ProjectsPage } from '#contracts/http/projects';
import type { PeriodPage, PeriodRow } from '#contracts/http/wages';
import type { Project } from '#domain/project';
import type { StreamId, StreamKind } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Access } from '../access/access';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { streamAt } from '../commands/places';
import { notFound } from '../problems/problem';
import { AttendanceReader } from './attendance.reader';
import { PeopleReader } from './people.reader';
import { ProjectPageReader, projectQuery, type ProjectQuery } from './project-page.reader';
import { ProjectsReader, projectsQuery } from './projects.reader';
import { month, segment } from './query';
import { WagesReader } from './wages.reader';

const peopleQuery = z.strictObject({ segment });
const attendanceQuery = z.strictObject({ segment: z.string().regex(/^s\d{1,2}$/, '请选择用工环节'), month });

type Address = Readonly<Record<string, string>>;

@Controller()
export class ProjectController {
  constructor(
    private readonly access: Access,
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly projects: ProjectsReader,
    private readonly pages: ProjectPageReader,
    private readonly people: PeopleReader,
    private readonly attendance: AttendanceReader,
    private readonly wages: WagesReader,
  ) {}

  @Get('projects')
  list(
    @Query({ schema: projectsQuery }) query: z.infer<typeof projectsQuery>,
    @Who() session: Session,
  ): Promise<ProjectsPage> {
    return this.projects.list(session, query);
  }

  @Get('projects/:id')
  async page(
    @Param() address: Address,
    @Query({ schema: projectQuery }) query: ProjectQuery,
    @Who() session: Session,
  ): Promise<ProjectPage> {
    return this.pages.page(await this.visible('project', address, session), query, session);
  }

  @Get('projects/:id/people')
  async peopleOf(
    @Param() address: Address,
    @Query({ schema: peopleQuery }) query: z.infer<typeof peopleQuery>,
    @Who() session: Session,
  ): Promise<PersonRow[]> {
    return this.people.list(await this.project(address, session), session, query.segment);
  }

  @Get('projects/:id/attendance')
  async attendanceOf(
    @Param() address: Address,
    @Query({ schema: attendanceQuery }) query: z.infer<typeof attendanceQuery>,
    @Who() session: Session,
  ): Promise<AttendanceMonth> {
    return this.attendance.month(await this.project(address, session), query.segment, query.month, session);
  }

  @Get('projects/:id/wages')
  async periods(@Param() address: Address, @Who() session: Session): Promise<PeriodRow[]> {
    return this.wages.periods((await this.project(address, session)).id);
  }

  @Get('wages/:projectId/:segmentId/:period')
  async period(@Param() address: Address, @Who() session: Session): Promise<PeriodPage> {
    return this.wages.page(await this.visible('wages', address, session), session);
  }

  private async project(address: Address, session: Session): Promise<Project> {
    const stream = await this.visible('project', address, session);
    return (await this.log.state(this.database.manager, stream)).subject as Project;
  }

  private async visible(kind: StreamKind, address: Address, session: Session): Promise<StreamId> {
    const stream = streamAt(kind, address);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return stream;
  }
}
