import { Module, type DynamicModule } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { LifecycleActivities } from '#activities/record/lifecycle-activities';
import { EvaluationActivities } from '#activities/evaluation/evaluation-activities';
import { RecordModule } from '#activities/record/record.module';
import { Recorder } from '#activities/record/recorder';
import { StreamClient } from '#activities/record/stream-client';
import { Relay } from '#activities/relay/relay';
import { ReviewActivities } from '#activities/review/review-activities';
import { Reviews } from '#activities/review/reviews';
import { Sealing } from '#activities/seal/sealing';
import { EventLog } from '#event-log/event-log';
import type { Configuration } from '#platform/configuration';

/** The worker's services; their methods become activities, registered by name in `activities.ts`. */
@Module({})
export class WorkerModule {
  static with(configuration: Configuration): DynamicModule {
    return {
      module: WorkerModule,
      imports: [RecordModule.with(configuration, 20)],
      providers: [
        {
          provide: LifecycleActivities,
          useFactory: (database: DataSource, log: EventLog, recorder: Recorder) =>
            new LifecycleActivities(database, log, recorder),
          inject: [DataSource, EventLog, Recorder],
        },
        {
          provide: EvaluationActivities,
          useFactory: (database: DataSource, log: EventLog, recorder: Recorder, sealing: Sealing) =>
            new EvaluationActivities(database, log, recorder, sealing, configuration.hash),
          inject: [DataSource, EventLog, Recorder, Sealing],
        },
        {
          provide: ReviewActivities,
          useFactory: (database: DataSource, recorder: Recorder) => new ReviewActivities(database, recorder),
          inject: [DataSource, Recorder],
        },
        {
          provide: Relay,
          useFactory: (database: DataSource, recorder: Recorder, streams: StreamClient, client: Client) =>
            new Relay(database, recorder, streams, new Reviews(client)),
          inject: [DataSource, Recorder, StreamClient, Client],
        },
        {
          provide: Sealing,
          useFactory: (database: DataSource) => new Sealing(database, configuration.home),
          inject: [DataSource],
        },
      ],
    };
  }
}
