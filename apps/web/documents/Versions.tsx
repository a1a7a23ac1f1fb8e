import type { DocumentPage, DocumentVersion } from '#contracts/http/documents';
import { useAddress } from '../parts/address';
import { beijingMinute, shortDigest } from '../parts/format';
import { changedLines } from './face-lines';

/** Every text it had, who set it and when; two of them held against each other. */
export function Versions({ page: { versions, state } }: { page: DocumentPage }) {
  const last = versions.length;
  const [base, setBase] = useAddress('base', String(last - 1));
  const [with_, setWith] = useAddress('with', String(last));
  return (
    <section className="panel" aria-label="版本">
      <h2>版本 {last}</h2>
      <ol className="plain-list">
        {versions.toReversed().map(({ version, at, by, digest }) => (
          <li key={version}>
            第 {version} 版{state.issued?.version === version && <span className="tag">印发</span>} · {by} ·{' '}
            <time dateTime={at}>{beijingMinute(at)}</time> · 摘要 <code title={digest}>{shortDigest(digest)}</code>{' '}
            <a className="no-print" href={`/api${pdfPath(state.id, version)}`}>
              PDF
            </a>
          </li>
        ))}
      </ol>
      {last > 1 && (
        <>
          <p className="filters no-print">
            <label>
              比较 <VersionSelect versions={versions} value={base} set={setBase} />
            </label>
            <label>
              与 <VersionSelect versions={versions} value={with_} set={setWith} />
            </label>
          </p>
          <Differences before={versions[Number(base) - 1]} after={versions[Number(with_) - 1]} />
        </>
      )}
    </section>
  );
}

export const pdfPath = (id: string, version?: number): string =>
  `/documents/${id}/pdf${version === undefined ? '' : `?version=${version}`}`;

function VersionSelect({
  versions,
  value,
  set,
}: {
  versions: readonly DocumentVersion[];
  value: string;
  set: (value: string) => void;
}) {
  return (
    <select value={value} onChange={(event) => set(event.target.value)}>
      {versions.map(({ version }) => (
        <option key={version} value={version}>
          第 {version} 版
        </option>
      ))}
    </select>
  );
}

function Differences({ before, after }: { before: DocumentVersion | undefined; after: DocumentVersion | undefined }) {
  if (!before || !after) return null;
  const lines = changedLines(before.face, after.face);
  if (lines.length === 0) return <p className="quiet">文字相同。</p>;
  return (
    <ul className="plain-list differences" aria-label="改动">
      {lines.map((pieces, index) => (
        <li key={index}>
          {pieces.map(({ text, mark }, place) =>
            mark === 'in' ? <ins key={place}>{text}</ins> : mark === 'out' ? <del key={place}>{text}</del> : text,
          )}
        </li>
      ))}
    </ul>
  );
}
