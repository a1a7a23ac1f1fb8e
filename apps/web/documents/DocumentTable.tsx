import { Link } from 'react-router';
import { documentStatusLabels } from '#domain/document/document';
import { rolesByKind } from '#domain/organization/authority';
import { definitionOf } from '#domain/registry';
import { documentsFor, isOfPlan, type DocumentFor } from '#domain/document/content';
import { kindOf, type StreamId } from '#domain/stream';
import { documentForLabels } from '#labels/zh/terms';
import { query } from '../http/client';
import { useDocuments } from '../http/queries';
import { DataTable } from '../parts/DataTable';
import { Empty, Loaded } from '../parts/States';
import { useMe } from '../shell/session';

/** Official documents about a project or a plan, drafts too; who issues documents may draw one up. */
export function DocumentTable({ subject }: { subject: StreamId }) {
  return (
    <section aria-label="公文">
      <h2>公文</h2>
      <DraftLinks subject={subject} />
      <Loaded of={useDocuments(subject)}>
        {(documents) =>
          documents.length === 0 ? (
            <Empty>还没有起草公文。由有权发文的机关起草，会签、签发后由系统编号。</Empty>
          ) : (
            <DataTable
              label="公文"
              rows={documents}
              keyOf={({ id }) => id}
              columns={[
                { title: '标题', cell: ({ id, title }) => <Link to={`/documents/${id}`}>{title}</Link> },
                { title: '种类', cell: ({ kind }) => documentForLabels[kind] },
                {
                  title: '文号',
                  cell: ({ number, status }) => (outOfForce.has(status) ? <s>{number}</s> : (number ?? '—')),
                },
                { title: '主办机关', cell: ({ organ }) => organ },
                { title: '成文日期', cell: ({ issuedOn }) => issuedOn ?? '—' },
                {
                  title: '状态',
                  cell: ({ status, version }) =>
                    outOfForce.has(status) ? (
                      <span className="lamp-late">{documentStatusLabels[status]}</span>
                    ) : (
                      `${documentStatusLabels[status]}${status === 'draft' ? `（第 ${version} 版）` : ''}`
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  );
}

const outOfForce = new Set(['revoked', 'superseded']);

const kindsAbout = (subject: StreamId): readonly DocumentFor[] =>
  documentsFor.filter((kind) => isOfPlan(kind) === (kindOf(subject) === 'plan'));

function DraftLinks({ subject }: { subject: StreamId }) {
  const me = useMe();
  const { who } = definitionOf('draftDocument');
  if (!me.posts.some((post) => rolesByKind(post).some((role) => who.includes(role)))) return null;
  return (
    <p className="acts no-print">
      {kindsAbout(subject).map((kind) => (
        <Link key={kind} className="button" to={`/documents/new${query({ kind, subject })}`}>
          起草{documentForLabels[kind]}
        </Link>
      ))}
    </p>
  );
}
