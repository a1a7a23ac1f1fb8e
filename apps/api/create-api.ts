import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { Recorder } from '#activities/record/recorder';
import { allMigrations } from '#activities/record/schema';
import { PersonVault } from '#persons/person-vault';
import { migrate } from '#platform/database';
import { type ApiSettings, AppModule } from './app.module';
import { Accounts } from './auth/accounts';
import { Clock } from './auth/clock';
import { ensureAdministrator } from './auth/first-administrator';
import { openApi } from './docs/open-api';
import { ProblemFilter } from './problems/problem-filter';
import { addSecurityHeaders } from './security-headers';
import { rewriteUrl, servePages } from './static-pages';

const bodyLimit = 1024 * 1024;
/** Of what is read at all; how large a file may be is a parameter. */
const fileLimit = 64 * 1024 * 1024;

export interface ApiOptions extends ApiSettings {
  /** of the first administrator; a random one is told once where it is not given */
  administratorPassword?: string;
  /** folder of the built web pages */
  pages?: string;
}

export interface RunningApi {
  app: NestFastifyApplication;
  /** e.g. `http://127.0.0.1:8080` */
  address: string;
  stop(): Promise<void>;
}

/** Brings the API up: schema, services, routes, pages; it listens when all of it stands. Port 0 takes a free one. */
export async function createApi({ administratorPassword, pages, ...settings }: ApiOptions): Promise<RunningApi> {
  const { databaseOwnerUrl, host, port } = settings.configuration;
  if (databaseOwnerUrl) await migrate(databaseOwnerUrl, allMigrations);
  const adapter = new FastifyAdapter({
    bodyLimit,
    rewriteUrl,
    trustProxy: ['loopback', 'uniquelocal'],
    forceCloseConnections: true,
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) =>
      new ProblemFilter().answer(error, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  try {
    app.useLogger(app.get(Logger));
    app.setGlobalPrefix('api');
    // a file comes whole, as it is; everything else that is sent is a form
    app.useBodyParser('application/octet-stream', { bodyLimit: fileLimit });
    addSecurityHeaders(app);
    SwaggerModule.setup('api/docs', app, openApi(), {
      jsonDocumentUrl: 'api/openapi.json',
      customSiteTitle: '以工 API',
    });
    await servePages(app, pages);
    const database = app.get(DataSource);
    await app.get(PersonVault).checkKeys(database.manager);
    await ensureAdministrator(app.get(Accounts), app.get(Recorder), app.get(Clock), administratorPassword);
    await app.listen(port, host);
  } catch (error) {
    await stop(app);
    throw error;
  }
  return { app, address: (await app.getUrl()).replace('[::1]', 'localhost'), stop: () => stop(app) };
}

async function stop(app: NestFastifyApplication): Promise<void> {
  const [database, temporal] = [app.get(DataSource), app.get(Client)];
  await app.close();
  await database.destroy();
  await temporal.connection.close();
}
