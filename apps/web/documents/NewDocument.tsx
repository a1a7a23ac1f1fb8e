import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { documentsFor, isOfPlan, type DocumentFor } from '#domain/document/content';
import { documentStream, isStreamId } from '#domain/stream';
import { documentForLabels } from '#labels/zh/terms';
import { streamPath } from '../forms/act-path';
import { CommandForm } from '../forms/CommandForm';
import { Fields } from '../forms/Fields';
import { specOf } from '../forms/spec';
import { newId } from '../http/ids';
import { Failure } from '../parts/States';
import { beginningOf } from './templates';

const isKind = (text: string): text is DocumentFor => documentsFor.includes(text as DocumentFor);

/** The id of the document being drawn up: kept over a reload, so that the draft is found again and nothing is drawn up twice. */
function openId(slot: string): string {
  const kept = sessionStorage.getItem(slot);
  if (kept !== null) return kept;
  const id = newId();
  sessionStorage.setItem(slot, id);
  return id;
}

/** A document is drawn up: `/documents/new?kind=…&subject=…` says of what kind and about what. */
export function NewDocument() {
  const [params] = useSearchParams();
  const [kind, subject] = [params.get('kind') ?? '', params.get('subject') ?? ''];
  if (!isKind(kind) || !isStreamId(subject)) return <Failure error={new Error('no kind or subject')} />;
  return <Draft key={`${kind}${subject}`} kind={kind} subject={subject} />;
}

function Draft({ kind, subject }: { kind: DocumentFor; subject: Parameters<typeof streamPath>[0] }) {
  const slot = `yigong.newDocument.${kind}.${subject}`;
  const [id] = useState(() => openId(slot));
  const go = useNavigate();
  const spec = specOf('draftDocument');
  const asked = spec.kind === 'object' ? spec.fields.map(({ name }) => name) : [];
  return (
    <section className="act-page">
      <p>
        <Link to={streamPath(subject)}>‹ 返回</Link>
      </p>
      <h1>起草{documentForLabels[kind]}</h1>
      <p className="quiet">
        写在双花括号里的内容（如 {isOfPlan(kind) ? '{{年度}}、{{项目数}}' : '{{项目名称}}、{{资金总额}}'}
        ）由系统按记录填写；文号和成文日期（{'{{文号}}'}、{'{{成文日期}}'}
        ）签发后填写。以工代赈要求条款不得删改，可以在其前后补充。
        {kind === 'annualPlan' && '项目清单由系统按计划附上，作为公文附件。'}
        {kind === 'planChange' && '公文须写明所调整项目的名称。'}
      </p>
      <CommandForm
        stream={documentStream(id)}
        type="draftDocument"
        project={null}
        substantive={null}
        preset={{ kind, subject, ...beginningOf(kind) }}
        onDone={() => {
          sessionStorage.removeItem(slot);
          void go(`/documents/${id}`);
        }}
      >
        <Fields path="" spec={spec} only={asked.filter((name) => name !== 'kind' && name !== 'subject')} />
      </CommandForm>
    </section>
  );
}
