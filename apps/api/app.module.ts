import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { RecordModule } from '#activities/record/record.module';
import type { Configuration } from '#platform/configuration';
import { Access } from './access/access';
import { Reach } from './access/reach';
import { Accounts } from './auth/accounts';
import { AccountsController } from './auth/accounts.controller';
import { Clock } from './auth/clock';
import { Journal } from './auth/journal';
import { Lock } from './auth/lock';
import { Posts } from './auth/posts';
import { RateLimit } from './auth/rate-limit';
import { SessionController } from './auth/session.controller';
import { SessionGuard } from './auth/session.guard';
import { Sessions } from './auth/sessions';
import { Changes } from './changes/changes';
import { ChangesController } from './changes/changes.controller';
import { Actors } from './commands/actors';
import { CommandDesk } from './commands/command-desk';
import { CommandStatusController } from './commands/command-status.controller';
import { commandController } from './commands/command.controller';
import { Ledger } from './commands/ledger';
import { Sealing } from './commands/sealing';
import { Desk } from './desk/desk';
import { DeskController } from './desk/desk.controller';
import { DocumentsController } from './documents/documents.controller';
import { ChecksReader } from './documents/checks.reader';
import { DocumentTexts } from './documents/document-texts';
import { DocumentsReader } from './documents/documents.reader';
import { SeriesController } from './documents/series.controller';
import { SeriesReader } from './documents/series.reader';
import { FilesController } from './files/files.controller';
import { PublicAddress } from './documents/public-address';
import { EvaluationsController } from './evaluations/evaluations.controller';
import { PlansController } from './plans/plans.controller';
import { PlanPageReader } from './plans/plan-page.reader';
import { PlansReader } from './plans/plans.reader';
import { PoolReader } from './plans/pool.reader';
import { HealthController } from './health/health.controller';
import { logging } from './logging';
import { PersonsController } from './persons/persons.controller';
import { ProblemFilter } from './problems/problem-filter';
import { ShapePipe } from './problems/shape';
import { AttendanceReader } from './reads/attendance.reader';
import { BoxesReader } from './reads/boxes.reader';
import { Calendars } from './reads/calendars';
import { DelegationsReader } from './reads/delegations.reader';
import { DocumentChanges } from './reads/document-changes';
import { DutiesReader } from './reads/duties.reader';
import { DutyRows } from './reads/duty-rows';
import { EvaluationsReader } from './reads/evaluations.reader';
import { FigureRowsReader } from './reads/figure-rows.reader';
import { HistoryReader } from './reads/history.reader';
import { InboxController } from './reads/inbox.controller';
import { MatterActsReader } from './reads/matter-acts.reader';
import { MoneyReader } from './reads/money.reader';
import { MyReader } from './reads/my.reader';
import { Names } from './reads/names';
import { Owners } from './reads/owners';
import { PeopleReader } from './reads/people.reader';
import { ProjectController } from './reads/project.controller';
import { ProjectPageReader } from './reads/project-page.reader';
import { ProjectsReader } from './reads/projects.reader';
import { ReadController } from './reads/read.controller';
import { SchedulesReader } from './reads/schedules.reader';
import { Openings } from './reads/openings';
import { SignersReader } from './reads/signers.reader';
import { SignoffsReader } from './reads/signoffs.reader';
import { WagesReader } from './reads/wages.reader';

export interface ApiSettings {
  configuration: Configuration;
  /** the clock of tests */
  now?: () => Date;
  /** tries of logging in, an address and minute */
  loginsPerMinute?: number;
}

const auth = [Accounts, Journal, Lock, Posts, Sessions, Access, Reach];
const commands = [Actors, CommandDesk, Ledger, Sealing];
const reads = [
  AttendanceReader,
  BoxesReader,
  Calendars,
  DelegationsReader,
  DocumentChanges,
  DutiesReader,
  ChecksReader,
  DocumentTexts,
  DocumentsReader,
  SeriesReader,
  DutyRows,
  EvaluationsReader,
  FigureRowsReader,
  HistoryReader,
  MatterActsReader,
  MoneyReader,
  MyReader,
  Names,
  Owners,
  PeopleReader,
  PlanPageReader,
  PlansReader,
  PoolReader,
  ProjectPageReader,
  ProjectsReader,
  SchedulesReader,
  Openings,
  SignersReader,
  SignoffsReader,
  WagesReader,
];

/** The HTTP side: who asks, what is asked, and the reads; the write path is the record module's. */
@Module({})
export class AppModule {
  static with({ configuration, now, loginsPerMinute }: ApiSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [LoggerModule.forRoot(logging(configuration.logLevel)), RecordModule.with(configuration)],
      controllers: [
        SessionController,
        AccountsController,
        PersonsController,
        commandController(),
        CommandStatusController,
        ProjectController,
        InboxController,
        ReadController,
        DeskController,
        DocumentsController,
        SeriesController,
        FilesController,
        EvaluationsController,
        PlansController,
        ChangesController,
        HealthController,
      ],
      providers: [
        { provide: Clock, useFactory: () => new Clock(now) },
        { provide: RateLimit, useFactory: (clock: Clock) => new RateLimit(clock, loginsPerMinute), inject: [Clock] },
        ...auth,
        ...commands,
        ...reads,
        { provide: PublicAddress, useFactory: () => new PublicAddress(configuration.publicUrl) },
        Changes,
        Desk,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
