import { Link } from 'react-router';
import { useEffect, useRef } from 'react';
import { stages } from '#domain/lifecycle';
import { districtName } from '#labels/zh/districts';
import { stageLabels } from '#labels/zh/stages';
import { lampLabels, valueLabel } from '#labels/zh/terms';
import { useProjects } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import type { Column } from '../parts/DataTable';
import { FilterChoice } from '../parts/FilterChoice';
import { beijingMinute, money } from '../parts/format';
import { PagedTable } from '../parts/PagedTable';
import { Empty } from '../parts/States';
import type { ProjectRow } from '#contracts/http/projects';
import { useMe } from '../shell/session';
import { limitColumn, stageColumn } from './columns';

const columns: readonly Column<ProjectRow>[] = [
  { title: '项目', cell: ({ id, name }) => <Link to={`/projects/${id}/overview`}>{name}</Link> },
  { title: '区', cell: ({ district }) => districtName(district), short: true },
  { title: '类别', cell: ({ scopeClass }) => valueLabel(scopeClass) ?? scopeClass },
  stageColumn,
  limitColumn,
  { title: '待办', cell: ({ openDuties }) => openDuties, number: true },
  { title: '业主', cell: ({ ownerName }) => ownerName },
  { title: '资金', cell: ({ fundFen }) => money(fundFen), number: true },
  { title: '计划劳务报酬', cell: ({ plannedLaborPayFen }) => money(plannedLaborPayFen), number: true },
  { title: '更新', cell: ({ updatedAt }) => beijingMinute(updatedAt) },
];

/** Projects of the reader's scope, filtered and paged by the address. */
export function ProjectList() {
  const me = useMe();
  const [q] = useAddress('q');
  const [stage] = useAddress('stage');
  const [lamp] = useAddress('lamp');
  const [year] = useAddress('year');
  const [district] = useAddress('district');
  const [page] = useAddress('page', '1');
  const [focus] = useAddress('focus');
  const set = useAddressParts();
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = '项目 · 以工';
    if (focus === 'search') search.current?.focus();
  }, [focus]);
  const projects = useProjects({ q, stage, lamp, year, district, page });
  const { districts = [] } = projects.data ?? {};
  const filter = (name: string) => (value: string) => set({ [name]: value, page: '' });
  const filtered = q + stage + lamp + year + district !== '';
  const mayPropose = me.posts.length > 0 && me.persona !== 'auditor' && me.persona !== 'administrator';
  const thisYear = new Date().getFullYear();
  return (
    <section>
      <header className="page-head">
        <h1>项目 {projects.data?.total ?? ''}</h1>
        {mayPropose && (
          <Link to="/projects/new" className="button primary">
            提出项目
          </Link>
        )}
        <div className="filters" role="search">
          <input
            type="search"
            ref={search}
            className="native"
            aria-label="搜索项目"
            placeholder="项目名或文号"
            value={q}
            onChange={(event) => filter('q')(event.target.value)}
          />
          <FilterChoice
            label="阶段"
            all="全部阶段"
            options={stages.map((one) => [one, stageLabels[one]])}
            value={stage}
            choose={filter('stage')}
          />
          <FilterChoice
            label="灯色"
            all="全部期限"
            options={Object.entries(lampLabels)}
            value={lamp}
            choose={filter('lamp')}
          />
          <FilterChoice
            label="年度"
            all="全部年度"
            options={Array.from({ length: thisYear - 2021 }, (_, back) => String(thisYear + 1 - back)).map((one) => [
              one,
              `${one} 年`,
            ])}
            value={year}
            choose={filter('year')}
          />
          {(districts.length > 1 || district !== '') && (
            <FilterChoice
              label="区"
              all="全部区"
              options={[...new Set([...districts, ...(district ? [district] : [])])].map((one) => [
                one,
                districtName(one),
              ])}
              value={district}
              choose={filter('district')}
            />
          )}
        </div>
      </header>
      <PagedTable
        of={projects}
        empty={
          <Empty step={mayPropose && !filtered ? <Link to="/projects/new">提出第一个项目</Link> : undefined}>
            {filtered ? '没有符合条件的项目。' : '您的单位还没有参与任何项目。'}
          </Empty>
        }
        label="项目"
        columns={columns}
        keyOf={({ id }) => id}
        page={page}
        go={(next) => set({ page: next })}
      />
    </section>
  );
}
