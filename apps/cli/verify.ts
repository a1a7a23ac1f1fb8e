import type { DataSource } from 'typeorm';
import type { StreamId } from '#domain/stream';
import { verifyStream, type VerifiedStream } from '#event-log/verify';

/** Events without a head are nobody's, and are found as well. */
const everyStream = 'select stream_id from log.stream_head union select stream_id from log.event order by stream_id';

/** Verifies one stream, or all of them one after the other. */
export async function* verify(database: DataSource, stream?: StreamId): AsyncGenerator<VerifiedStream> {
  const streams = stream
    ? [stream]
    : (await database.query<{ stream_id: StreamId }[]>(everyStream)).map(({ stream_id }) => stream_id);
  for (const id of streams) yield verifyStream(database.manager, id);
}

export const lineOf = ({ stream, checked, ok, fault }: VerifiedStream): string =>
  ok ? `✔ ${stream} ${checked} 条` : `✘ ${stream} 第 ${fault!.version} 号：${fault!.detail}`;
