import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { Worker, bundleWorkflowCode, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { ensureSchedules } from '#activities/evaluation/schedules';
import { EvaluationActivities } from '#activities/evaluation/evaluation-activities';
import { LifecycleActivities } from '#activities/record/lifecycle-activities';
import { changesChannel } from '#activities/record/outbox';
import { Background } from '#activities/background';
import { Relay } from '#activities/relay/relay';
import { reviewForRelease } from '#activities/review/release';
import { ReviewActivities } from '#activities/review/review-activities';
import { Sealing } from '#activities/seal/sealing';
import { lifecycleQueue } from '#contracts/temporal/messages';
import type { Configuration } from '#platform/configuration';
import { listen } from '#platform/listen';
import { connectWorker } from '#platform/temporal-worker';
import { WorkerModule } from './worker.module';

export interface RunningWorker {
  /** Settles when the worker ends, rejects when it fails: the program then exits, so that nobody believes a dead worker. */
  ended: Promise<void>;
  stop(): Promise<void>;
  app: INestApplicationContext;
}

/** Every activity by name: methods of services sit on the prototype, where the SDK does not look. */
function activitiesOf(app: INestApplicationContext) {
  const lifecycle = app.get(LifecycleActivities);
  const evaluation = app.get(EvaluationActivities);
  const review = app.get(ReviewActivities);
  return {
    begin: evaluation.begin.bind(evaluation),
    freeze: evaluation.freeze.bind(evaluation),
    projectsAt: evaluation.projectsAt.bind(evaluation),
    gather: evaluation.gather.bind(evaluation),
    conclude: evaluation.conclude.bind(evaluation),
    beginReview: review.beginReview.bind(review),
    reviewNext: review.reviewNext.bind(review),
    recordCommand: lifecycle.recordCommand.bind(lifecycle),
    openRun: lifecycle.openRun.bind(lifecycle),
    readStanding: lifecycle.readStanding.bind(lifecycle),
    lapseDue: lifecycle.lapseDue.bind(lifecycle),
  };
}

/**
 * Starts the Temporal worker with the relay and the sealer beside it.
 * @param workflows a bundle made by the build; without one it is bundled on the spot, for development and tests
 */
export async function startWorker(
  configuration: Configuration,
  workflows?: { codePath: string },
): Promise<RunningWorker> {
  const logger = new Logger('worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.with(configuration), {
    logger: ['error', 'warn'],
  });
  const connection = await connectWorker(configuration.temporalAddress);
  // The sandbox takes a stack for every promise: at ten frames that is half of what a decision costs there.
  setFlagsFromString('--stack-trace-limit=3');
  const worker = await Worker.create({
    connection,
    namespace: configuration.temporalNamespace,
    taskQueue: lifecycleQueue,
    workflowBundle: workflows ?? (await bundled()),
    activities: activitiesOf(app),
    maxCachedWorkflows: 500,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 40,
    shutdownGraceTime: '8s',
    stickyQueueScheduleToStartTimeout: '3s',
  });
  const relay = new Background(() => app.get(Relay).deliver(), 500, logger);
  const sealer = new Background(async () => (await app.get(Sealing).sealOnce()).added, 1_000, logger);
  const schedules = async (): Promise<void> => {
    const fault = (error: unknown) =>
      logger.warn({ fault: String(error) }, 'schedules not looked after, will be tried again');
    await ensureSchedules(app.get(Client), app.get(DataSource)).catch(fault);
  };
  const listener = await listen(configuration.databaseUrl, changesChannel, (change) => {
    relay.nudge();
    if (change === undefined || change.includes('BodyRegistered')) void schedules();
  });
  await schedules();
  await reviewForRelease(app.get(DataSource));
  relay.start();
  sealer.start();
  const ended = worker.run();
  let stopped: Promise<void> | undefined;
  return { app, ended, stop: () => (stopped ??= stop({ worker, ended, relay, sealer, listener, connection, app })) };
}

interface Parts {
  worker: Worker;
  ended: Promise<void>;
  relay: Background;
  sealer: Background;
  listener: { close(): Promise<void> };
  connection: NativeConnection;
  app: INestApplicationContext;
}

async function stop({ worker, ended, relay, sealer, listener, connection, app }: Parts): Promise<void> {
  if (worker.getState() === 'RUNNING') worker.shutdown();
  await Promise.allSettled([ended, relay.stop(), sealer.stop(), listener.close()]);
  await connection.close();
  await app.close();
}

function bundled(): Promise<WorkflowBundleOption> {
  const source = require.resolve('#workflows/index');
  return bundleWorkflowCode({
    workflowsPath: source,
    logger: {
      log: () => {},
      trace: () => {},
      debug: () => {},
      info: () => {},
      warn: console.warn,
      error: console.error,
    },
    ...(source.endsWith('.ts') && {
      webpackConfigHook: (config) => ({
        ...config,
        resolve: { ...config.resolve, conditionNames: ['yigong-source', '...'] },
      }),
    }),
  });
}

/** The bundle the build made, when this runs from the build. */
export const builtWorkflows = (path: string): { codePath: string } | undefined =>
  existsSync(path) ? { codePath: path } : undefined;
