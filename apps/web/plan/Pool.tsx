import { useEffect } from 'react';
import { Link } from 'react-router';
import type { PoolRow } from '#contracts/http/plans';
import { districtName } from '#labels/zh/districts';
import { usePool } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import type { Column } from '../parts/DataTable';
import { FilterChoice } from '../parts/FilterChoice';
import { beijingTime, money, now } from '../parts/format';
import { PagedTable } from '../parts/PagedTable';
import { PrintFoot } from '../parts/PrintFoot';
import { Empty } from '../parts/States';
import { Score } from './Score';

const standings = { candidate: '候选', reserve: '储备', listed: '已列入清单' } as const;
const sorts = {
  suitability: '按适宜性',
  proposedOn: '按提出日期',
  plannedPay: '按计划劳务报酬',
  name: '按名称',
} as const;

const columns: readonly Column<PoolRow>[] = [
  { title: '项目', cell: ({ id, name }) => <Link to={`/projects/${id}/overview`}>{name}</Link> },
  { title: '区', cell: ({ district }) => districtName(district), short: true },
  { title: '状态', cell: ({ standing }) => standings[standing], short: true },
  { title: '适宜性', cell: (row) => <Score of={row} />, number: true },
  { title: '项目库编号', cell: ({ poolId }) => poolId ?? '未入库' },
  { title: '提出单位', cell: ({ proposedByName }) => proposedByName },
  { title: '提出日期', cell: ({ proposedOn }) => <span className="date">{proposedOn}</span> },
  { title: '储备日期', cell: ({ reservedOn }) => <span className="date">{reservedOn ?? '尚未储备'}</span> },
  { title: '计划劳务报酬', cell: ({ plannedLaborPayFen }) => money(plannedLaborPayFen), number: true },
];

/** The reserve pool: each project from the day it is proposed, with its suitability by criterion. */
export function Pool() {
  const [q] = useAddress('q');
  const [standing] = useAddress('standing');
  const [sort] = useAddress('sort', 'suitability');
  const [page] = useAddress('page', '1');
  const set = useAddressParts();
  const pool = usePool({ q, standing, sort, page });
  useEffect(() => {
    document.title = '储备库 · 以工';
  }, []);
  const filter = (name: string) => (value: string) => set({ [name]: value, page: '' });
  return (
    <section className="sheet">
      <header className="page-head">
        <h1>储备库 {pool.data?.total ?? ''}</h1>
        <div className="filters" role="search">
          <input
            type="search"
            className="native"
            aria-label="搜索项目"
            placeholder="项目名"
            value={q}
            onChange={(event) => filter('q')(event.target.value)}
          />
          <FilterChoice
            label="状态"
            all="候选和储备"
            options={Object.entries(standings)}
            value={standing}
            choose={filter('standing')}
          />
          <FilterChoice label="排序" options={Object.entries(sorts)} value={sort} choose={filter('sort')} />
          <button type="button" className="link" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </header>
      <PagedTable
        of={pool}
        empty={<Empty>{q + standing ? '没有符合条件的项目。' : '储备库中没有项目，项目提出后自动进入。'}</Empty>}
        label="储备库"
        columns={columns}
        keyOf={({ id }) => id}
        page={page}
        go={(next) => set({ page: next })}
      />
      <PrintFoot>
        储备库 · 时点 {beijingTime(now())} · 列表第 {page} 页
      </PrintFoot>
    </section>
  );
}
