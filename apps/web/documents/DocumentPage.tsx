import { useCallback, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { DocumentPage as Page } from '#contracts/http/documents';
import { documentStatusLabels } from '#domain/document/document';
import { documentStream } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { documentForLabels, opennessLabels, valueLabel } from '#labels/zh/terms';
import { actPath, streamPath } from '../forms/act-path';
import { useAutoUpdate, usePending } from '../http/live';
import { useDocument } from '../http/queries';
import { beijingTime, now, shortDigest } from '../parts/format';
import { PrintFoot } from '../parts/PrintFoot';
import { Loaded, PendingChanges } from '../parts/States';
import { useMe } from '../shell/session';
import { matterWords } from '../signoff/words';
import { Attachments } from './Attachments';
import { Paper } from './Paper';
import { pdfPath, Versions } from './Versions';
import { Way } from './Way';

/** An official document: where it is on its way, what it says, and what one may do with it. */
export function DocumentPage() {
  const { id = '' } = useParams();
  const document_ = useDocument(id);
  const stream = documentStream(id);
  const changes = usePending(stream);
  // the way goes on in its matter; what is being read, the text, changes only when asked for
  useAutoUpdate(
    'document',
    useCallback((changed: string) => changed.startsWith('signoff/'), []),
  );
  const title = document_.data?.face.title;
  useEffect(() => {
    document.title = `${title ?? '公文'} · 以工`;
  }, [title]);
  return (
    <section className="document">
      <Loaded of={document_}>
        {(page) => (
          <>
            <Head page={page} />
            <PendingChanges {...changes} />
            <Way page={page} />
            <Acts page={page} />
            <div className="document-body">
              <Paper face={page.face} />
              <aside className="no-print">
                <Standing page={page} />
                <CoSigners page={page} />
                <Files page={page} />
                <Versions page={page} />
              </aside>
            </div>
            <Foot page={page} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Head({ page: { state, face, subjectName, stream } }: { page: Page }) {
  const { subject } = state;
  return (
    <header>
      {subject !== '' && (
        <p className="no-print">
          <Link to={subject.startsWith('project/') ? `/projects/${subject.slice(8)}/documents` : streamPath(subject)}>
            ‹ {subjectName}
          </Link>
        </p>
      )}
      <h1 className="no-print">
        {face.title}{' '}
        <span className={`tag${face.voided || face.replacedBy !== null ? ' warn' : ''}`}>
          {documentStatusLabels[state.status]}
        </span>
      </h1>
      <p className="quiet no-print">
        {documentForLabels[state.kind]} · {face.issuers.join('、')} · <Link to={`/audit/${stream}`}>审计</Link>
      </p>
    </header>
  );
}

/** What this person may do now, what is owed first; the draft goes out through the act that issues it. */
function Acts({ page: { state, commands, duties, stream, checkCode, issuedBy } }: { page: Page }) {
  const owed = new Set<string>(duties.map(({ command }) => command));
  return (
    <div className="acts-here">
      {state.status === 'draft' && <IssueLinks state={state} issuedBy={issuedBy} />}
      {commands.map((type) => (
        <Link key={type} className={owed.has(type) ? 'button primary' : 'button'} to={actPath(stream, type)}>
          {commandLabel(type)}
        </Link>
      ))}
      <a className="button" href={`/api${pdfPath(state.id)}`} download={`${state.issued?.number ?? '公文草稿'}.pdf`}>
        下载 PDF
      </a>
      <button type="button" onClick={() => window.print()}>
        打印
      </button>
      {checkCode !== null && (
        <Link className="button" to={`/check/${checkCode}`}>
          核验
        </Link>
      )}
    </div>
  );
}

/** A draft goes to its sign-off from here, by whoever drew it up. */
function IssueLinks({ state: { kind, organ, drawnBy, subject, id }, issuedBy }: Pick<Page, 'state' | 'issuedBy'>) {
  const me = useMe();
  if (subject === '' || !me.posts.some(({ body }) => body === organ || body === drawnBy)) return null;
  return issuedBy.map((act) => (
    <Link
      key={act}
      className={kind === 'planChange' ? 'button' : 'button primary'}
      to={actPath(subject, act, { document: id })}
    >
      送审签发{kind === 'planChange' && `：${commandLabel(act)}`}
    </Link>
  ));
}

/** Number, matter, sending and filing, and why it is void. */
function Standing({ page: { state, matters, sent, fileNumber, voidReason, texts } }: { page: Page }) {
  const { issued, seal, content } = state;
  return (
    <section className="panel" aria-label="登记">
      <h2>登记</h2>
      <dl className="facts">
        <dt>文号</dt>
        <dd>
          {issued === null ? (
            '签发后由系统编号'
          ) : state.status === 'revoked' ? (
            <>
              <s>{issued.number}</s> 已作废，号码不再使用
            </>
          ) : (
            issued.number
          )}
        </dd>
        {state.superseded && (
          <>
            <dt>代替</dt>
            <dd>
              已被{' '}
              {state.superseded.document ? (
                <Link to={streamPath(state.superseded.document)}>{state.superseded.by}</Link>
              ) : (
                state.superseded.by
              )}{' '}
              代替，自 {state.superseded.on} 起不再有效
            </dd>
          </>
        )}
        {content?.replaces && (
          <>
            <dt>代替文件</dt>
            <dd>{content.replaces}（本文印发后废止）</dd>
          </>
        )}
        {voidReason !== null && (
          <>
            <dt>作废理由</dt>
            <dd>{voidReason}</dd>
          </>
        )}
        {seal && (
          <>
            <dt>用印</dt>
            <dd>
              {valueLabel(seal.kind, 'seal')} · {seal.on}
              {seal.kind === 'electronic' && '（签章覆盖全文由系统核对，证书有效由用印人验签确认）'}
              {seal.file && (
                <>
                  {' '}
                  · 版式文件摘要 <code title={seal.file}>{shortDigest(seal.file)}</code>
                </>
              )}
            </dd>
          </>
        )}
        {sent && (
          <>
            <dt>送达</dt>
            <dd>
              {sent.recipients.join('、')} · {valueLabel(sent.channel, 'channel')}
            </dd>
          </>
        )}
        {fileNumber !== null && (
          <>
            <dt>归档</dt>
            <dd>{fileNumber}</dd>
          </>
        )}
        <dt>公开属性</dt>
        <dd>
          {content && opennessLabels[content.openness]}
          {content?.opennessReason && `：${texts[content.opennessReason] ?? '（理由未公开）'}`}
        </dd>
        {matters.length > 0 && (
          <>
            <dt>审签事项</dt>
            <dd>
              {matters.map(({ stream, title, status }) => (
                <div key={stream}>
                  <Link to={streamPath(stream)}>{title}</Link>（{matterWords[status]}）
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** @rule R-DOC-11 */
function CoSigners({ page: { coSigners, bodies } }: { page: Page }) {
  if (coSigners.length === 0) return null;
  return (
    <section className="panel" aria-label="联合发文">
      <h2>联合发文机关</h2>
      <ul className="plain-list">
        {coSigners.map(({ body, agreed }) => (
          <li key={body}>
            {bodies[body] ?? body} {agreed ? <span className="passed">已会签同意</span> : '尚未会签'}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Files({ page: { state, stream } }: { page: Page }) {
  const attachments = state.content?.attachments ?? [];
  const sealed = state.seal?.file ? [{ name: '盖章后的版式文件', digest: state.seal.file }] : [];
  if (attachments.length + sealed.length === 0) return null;
  return (
    <section className="panel" aria-label="附件">
      <h2>附件</h2>
      <Attachments of={stream} items={[...attachments, ...sealed]} />
    </section>
  );
}

function Foot({ page: { revision, versions, state } }: { page: Page }) {
  const shown = state.issued?.version ?? state.version;
  return (
    <PrintFoot>
      时点 {beijingTime(now())} · 记录号 {revision} · 第 {shown} 版 · 摘要 {shortDigest(versions[shown - 1]!.digest)}
    </PrintFoot>
  );
}
