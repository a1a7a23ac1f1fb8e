import { useEffect } from 'react';
import { Link } from 'react-router';
import { districtName } from '#labels/zh/districts';
import { useProjects } from '../http/queries';
import { useAddress } from '../parts/address';
import type { ProjectRow } from '#contracts/http/projects';
import type { Column } from '../parts/DataTable';
import { beijingMinute } from '../parts/format';
import { PagedTable } from '../parts/PagedTable';
import { Empty } from '../parts/States';
import { limitColumn, stageColumn } from '../projects/columns';

const columns: readonly Column<ProjectRow>[] = [
  { title: '项目', cell: ({ id, name }) => <Link to={`/audit/projects/${id}`}>{name}</Link> },
  { title: '区', cell: ({ district }) => districtName(district) },
  stageColumn,
  limitColumn,
  { title: '更新', cell: ({ updatedAt }) => beijingMinute(updatedAt) },
  { title: '核验', cell: ({ id }) => <Link to={`/audit/projects/${id}?tab=verify`}>核验</Link> },
];

/** Where an auditor begins: any project, by name or number. */
export function AuditHome() {
  const [q, setQ] = useAddress('q');
  const [page, setPage] = useAddress('page', '1');
  const projects = useProjects({ q, page });
  useEffect(() => {
    document.title = '审计 · 以工';
  }, []);
  return (
    <section>
      <header className="page-head">
        <h1>审计</h1>
        <div className="filters" role="search">
          <input
            type="search"
            className="native"
            aria-label="查项目"
            placeholder="项目名或文号"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
      </header>
      <p className="quiet">
        打开一个项目，可以回看它在任何时点的样子，逐条核对谁依据哪一条做了什么，并在本机验证记录没有被改动。
      </p>
      <PagedTable
        of={projects}
        empty={<Empty>输入项目名或文号。</Empty>}
        label="项目"
        columns={columns}
        keyOf={({ id }) => id}
        page={page}
        go={setPage}
      />
    </section>
  );
}
