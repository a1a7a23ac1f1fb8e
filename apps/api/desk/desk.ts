import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { isStreamId } from '#domain/stream';

const stream = z.string().max(200).refine(isStreamId, '没有这样的记录');

export const seenRequest = z.strictObject({
  stream,
  revision: z.int().positive(),
  /** version of its document */
  document: z.int().positive(),
});
export const laterRequest = z.strictObject({
  stream,
  key: z.string().min(1).max(200),
  /** instant until which it is put aside; null brings it back */
  until: z.iso.datetime().nullable(),
});
export const phrasesRequest = z.strictObject({
  phrases: z.array(z.string().trim().min(1, '请填写意见').max(100, '不超过 100 字')).max(20, '最多 20 条'),
});

/** What a person had seen of a stream when they last looked. */
export interface Seen {
  revision: number;
  documents: readonly number[];
}

/**
 * What lies on a person's desk: no part of the record, and nobody else's to read, but that whoever is asked to sign a matter has
 * opened it is told beside their seat. Opening is no act: what was seen in deciding stands with the decision. @rule R-OA-20
 */
@Injectable()
export class Desk {
  constructor(private readonly database: DataSource) {}

  async seen(person: string, of: string): Promise<Seen | null> {
    const [row] = await this.database.query<{ revision: string; documents: number[] | null }[]>(
      'select max(revision) as revision, array_agg(document order by document) as documents from desk.look where person = $1 and stream_id = $2',
      [person, of],
    );
    return row?.documents ? { revision: Number(row.revision), documents: row.documents } : null;
  }

  /** The first look at each version is kept. An earlier look that arrives later takes nothing back. */
  async look(
    person: string,
    { stream: of, revision, document }: z.infer<typeof seenRequest>,
    at: string,
  ): Promise<void> {
    await this.database.query(
      `insert into desk.look (person, stream_id, document, revision, at) values ($1, $2, $3, $4, $5)
       on conflict (person, stream_id, document) do update set revision = greatest(look.revision, excluded.revision)`,
      [person, of, document, revision, at],
    );
  }

  async putAside(person: string, { stream: of, key, until }: z.infer<typeof laterRequest>): Promise<void> {
    await (until === null
      ? this.database.query('delete from desk.later where person = $1 and stream_id = $2 and key = $3', [
          person,
          of,
          key,
        ])
      : this.database.query(
          `insert into desk.later (person, stream_id, key, until) values ($1, $2, $3, $4)
           on conflict (person, stream_id, key) do update set until = excluded.until`,
          [person, of, key, until],
        ));
  }

  async phrases(person: string): Promise<readonly string[]> {
    const [row] = await this.database.query<{ phrases: string[] }[]>(
      'select phrases from desk.phrases where person = $1',
      [person],
    );
    return row?.phrases ?? [];
  }

  async keepPhrases(person: string, { phrases }: z.infer<typeof phrasesRequest>): Promise<void> {
    await this.database.query(
      'insert into desk.phrases (person, phrases) values ($1, $2) on conflict (person) do update set phrases = excluded.phrases',
      [person, phrases],
    );
  }
}
