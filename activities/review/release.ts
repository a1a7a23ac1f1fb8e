import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { libraryCalendar } from '#domain/calendar';
import { defaultParameters } from '#domain/rulebook/parameters';
import { beijingScope } from '#domain/rulebook/rulebook';
import { rulebookStream } from '#domain/stream';

/** Calendar years and values that come with the program are no event: a release that brings others has all open duties looked at, once. */
export async function reviewForRelease(database: DataSource): Promise<void> {
  const shipped = createHash('sha256')
    .update(JSON.stringify([defaultParameters, libraryCalendar]))
    .digest('hex');
  const rulebook = rulebookStream(beijingScope);
  await database.query(
    `insert into log.outbox (id, kind, stream_id)
     select $1, 'review', $2 where exists (select from read.duty) on conflict do nothing`,
    [`${rulebook}#review/release-${shipped.slice(0, 16)}`, rulebook],
  );
}
