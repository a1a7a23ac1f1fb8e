import type { StreamId } from '#domain/stream';

/** Where a file is opened, under the stream whose record names it. */
export const fileAddress = (of: StreamId, digest: string): string =>
  `/api/files/${digest}?of=${encodeURIComponent(of)}`;

/**
 * Files that a record names, to be opened by who sees that record.
 * @param of the stream whose record names them: the document, or the matter about it
 */
export function Attachments({ of, items }: { of: StreamId; items: readonly { name: string; digest: string }[] }) {
  if (items.length === 0) return <p className="quiet">没有附件。</p>;
  return (
    <ol className="attachments" aria-label="附件">
      {items.map(({ name, digest }) => (
        <li key={`${name}${digest}`}>
          <a href={fileAddress(of, digest)} download={name}>
            {name}
          </a>{' '}
          <span className="quiet digest">
            摘要 <code>{digest}</code>
          </span>
        </li>
      ))}
    </ol>
  );
}
