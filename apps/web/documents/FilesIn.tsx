import type { StreamId } from '#domain/stream';
import { useFiles } from '../http/queries';
import { Attachments } from './Attachments';
import { filesIn } from './named-files';

/** The files that a part of a stream's record names and that are here; nothing where there is none. */
export function FilesIn({ of, part }: { of: StreamId; part: unknown }) {
  const named = filesIn(part, useFiles(of).data);
  if (named.length === 0) return null;
  return <Attachments of={of} items={named} />;
}
