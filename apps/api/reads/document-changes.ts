import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { differences } from '#domain/differences';
import { versionsIn } from '#domain/signoff/versions';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';

/** A matter on a page, with the last version of its document that the reader saw. */
interface Looked {
  stream: StreamId;
  seen: number | undefined;
  document: number;
}

/** What became of documents since somebody looked. */
@Injectable()
export class DocumentChanges {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
  ) {}

  /** How many places differ, by matter; only what was seen and has a later version is read. */
  async since(looked: readonly Looked[]): Promise<ReadonlyMap<StreamId, number>> {
    const moved = looked.filter(({ seen, document }) => seen !== undefined && seen < document);
    return new Map(await Promise.all(moved.map(async (one) => [one.stream, await this.count(one)] as const)));
  }

  private async count({ stream, seen, document }: Looked): Promise<number> {
    const versions = versionsIn(await this.log.read(this.database.manager, stream));
    const dataOf = (wanted: number | undefined) => versions.find(({ version }) => version === wanted)?.act.data;
    return differences(dataOf(seen), dataOf(document)).length;
  }
}
