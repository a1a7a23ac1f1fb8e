import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { changesChannel } from '#activities/record/outbox';
import type { Changed } from '#contracts/http/history';
import { type Listener, listen } from '#platform/listen';

type Hear = (change: Changed) => void;

/** What was committed, told to whoever looks: one connection to the database, however many look. */
@Injectable()
export class Changes implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('changes');
  private readonly hearers = new Map<Hear, () => void>();
  private listener: Listener | undefined;

  constructor(private readonly database: DataSource) {}

  async onModuleInit(): Promise<void> {
    const { url } = this.database.options as DataSourceOptions & { url: string };
    this.listener = await listen(url, changesChannel, (payload) => this.tell(payload));
  }

  /** @param ended called when the program stops */
  hear(hear: Hear, ended: () => void): () => void {
    this.hearers.set(hear, ended);
    return () => void this.hearers.delete(hear);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const ended of this.hearers.values()) ended();
    await this.listener?.close();
  }

  private tell(payload: string | undefined): void {
    // After a lost connection something may have been missed: whoever looks connects anew and reads afresh.
    if (payload === undefined) {
      this.logger.warn('the connection that listens was made again');
      for (const ended of this.hearers.values()) ended();
      return;
    }
    const change = JSON.parse(payload) as Changed;
    for (const hear of this.hearers.keys()) hear(change);
  }
}
