import { Link } from 'react-router';
import type { MatterPage } from '#contracts/http/matters';
import { differences } from '#domain/differences';
import { documentStream } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { Paper } from '../documents/Paper';
import { streamPath } from '../forms/act-path';
import { valueWords } from '../parts/event-words';
import { pathWords } from '../parts/path-words';
import { nameIn } from './change';
import { useKnown } from './use-known';
import type { Reading } from './use-reading';

/** What is decided about: the sheet that will go out where there is one, and the act field by field. */
export function DocumentText({ page, reading }: { page: MatterPage; reading: Reading }) {
  const { act } = reading.now;
  const known = useKnown(page);
  const face = reading.faceAt(reading.now);
  const { document: id, ...data } = act.data as { document?: string };
  const fields = differences({}, data);
  return (
    <>
      {face && <Paper face={face} />}
      {id && (
        <p className="no-print">
          <Link to={streamPath(documentStream(id))}>打开公文页</Link>
        </p>
      )}
      {!face && fields.length === 0 && (
        <p className="quiet">没有另填的内容：办结后即办理“{commandLabel(act.type)}”，所依据的条件见“条款核对”。</p>
      )}
      <dl className="facts" aria-label={commandLabel(act.type)}>
        {fields.map(({ path, after }) => (
          <div key={path} className="pair">
            <dt>{pathWords(path)}</dt>
            <dd>{valueWords(nameIn(path), after, known)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
