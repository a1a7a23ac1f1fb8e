import type { ProjectPage } from '#contracts/http/projects';
import { projectStream } from '#domain/stream';
import { fileAddress } from '../documents/Attachments';
import { DocumentTable } from '../documents/DocumentTable';
import { useFiles } from '../http/queries';
import { DataTable } from '../parts/DataTable';
import { shortDigest } from '../parts/format';
import { Empty } from '../parts/States';
import { papersOf } from './papers';
import { useProjectPage } from './ProjectPage';

/** Official documents about the project, and every paper on file. */
export function Documents() {
  const page = useProjectPage();
  return (
    <>
      {page.at === null && <DocumentTable subject={`project/${page.id}`} />}
      <h2>在案文件</h2>
      <Papers page={page} />
    </>
  );
}

/** Papers on file, each with the passage that states the work-relief requirement. */
function Papers({ page }: { page: ProjectPage }) {
  const papers = papersOf(page);
  const stream = projectStream(page.id);
  const files = useFiles(stream).data ?? [];
  if (papers.length === 0)
    return <Empty>还没有文件。前期要件由业主或主管部门登记，批复和资金文件由有权单位印发。</Empty>;
  return (
    <DataTable
      label="文件"
      rows={papers}
      keyOf={({ title, number }) => `${title}-${number}`}
      columns={[
        { title: '文件', cell: ({ title }) => title },
        { title: '文号', cell: ({ number, voided, replacedBy }) => (voided || replacedBy ? <s>{number}</s> : number) },
        { title: '发文单位', cell: ({ organ }) => organ },
        { title: '日期', cell: ({ on }) => on },
        {
          title: '状态',
          cell: ({ voided, replacedBy }) =>
            voided ? (
              <span className="lamp-late">已作废</span>
            ) : replacedBy ? (
              <span className="lamp-late">已被 {replacedBy} 代替</span>
            ) : (
              '有效'
            ),
        },
        {
          title: '以工代赈要求',
          cell: ({ requirement }) =>
            requirement === null ? (
              '—'
            ) : requirement === '' ? (
              <span className="lamp-late">未写明</span>
            ) : (
              <details>
                <summary>已写明</summary>
                {requirement}
              </details>
            ),
        },
        {
          title: '摘要',
          cell: ({ digest }) =>
            digest ? (
              <>
                <code title={digest}>{shortDigest(digest)}</code>
                {files.some((file) => file.digest === digest) && (
                  <>
                    {' '}
                    <a href={fileAddress(stream, digest)} download>
                      打开
                    </a>
                  </>
                )}
              </>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}
