import { useEffect } from 'react';
import { Link } from 'react-router';
import type { NumberRow, SeriesPage as Page } from '#contracts/http/series';
import { numberKindLabels, numberStatusLabels } from '#labels/zh/series';
import { streamPath } from '../forms/act-path';
import { query } from '../http/client';
import { useSeries } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import type { Column } from '../parts/DataTable';
import { FilterChoice } from '../parts/FilterChoice';
import { beijingTime, now } from '../parts/format';
import { PagedTable } from '../parts/PagedTable';
import { PrintFoot } from '../parts/PrintFoot';
import { Empty } from '../parts/States';

const columns: readonly Column<NumberRow>[] = [
  {
    title: '文号',
    cell: ({ number, status }) => <span className="nowrap">{status === 'revoked' ? <s>{number}</s> : number}</span>,
  },
  {
    title: '标题',
    cell: ({ title, document: id }) => (id === null ? title : <Link to={`/documents/${id}`}>{title}</Link>),
  },
  { title: '种类', cell: ({ kind }) => numberKindLabels[kind] },
  { title: '关于', cell: ({ subject, subjectName }) => <Link to={streamPath(subject)}>{subjectName}</Link> },
  { title: '成文日期', cell: ({ on }) => <span className="date">{on}</span> },
  {
    title: '状态',
    cell: ({ status, voidReason }) =>
      status === 'revoked' ? (
        <>
          <span className="lamp-late">{numberStatusLabels[status]}</span>，号码保留不再用
          {voidReason !== null && <div className="quiet">理由：{voidReason}</div>}
        </>
      ) : (
        numberStatusLabels[status]
      ),
  },
];

/** The numbers an organ has given in a year, as in its register of outgoing papers (发文登记簿). @rule R-DOC-10 */
export function SeriesPage() {
  const [organ] = useAddress('organ');
  const [year] = useAddress('year', String(new Date().getFullYear()));
  const [kind] = useAddress('kind');
  const [q] = useAddress('q');
  const [page] = useAddress('page', '1');
  const set = useAddressParts();
  const series = useSeries({ organ, year, kind, q, page });
  useEffect(() => {
    document.title = '发文登记 · 以工';
  }, []);
  const filter = (name: string) => (value: string) => set({ [name]: value, page: '' });
  const organs = series.data?.organs ?? [];
  return (
    <section className="sheet">
      <header className="page-head">
        <h1>发文登记</h1>
        <div className="filters" role="search">
          <FilterChoice
            label="发文机关"
            options={organs.map(({ id, name, code }) => [id, `${name}（${code}）`])}
            value={series.data?.organ?.id ?? ''}
            choose={filter('organ')}
          />
          <FilterChoice label="年份" options={years()} value={year} choose={filter('year')} />
          <FilterChoice
            label="种类"
            all="全部种类"
            options={Object.entries(numberKindLabels)}
            value={kind}
            choose={filter('kind')}
          />
          <input
            type="search"
            className="native"
            aria-label="搜索发文"
            placeholder="文号、标题或项目名"
            value={q}
            onChange={(event) => filter('q')(event.target.value)}
          />
          <a
            className="link"
            href={`/api/series/csv${query({ organ, year, kind, q })}`}
            download={`发文登记-${year}.csv`}
          >
            导出表格
          </a>
          <button type="button" className="link" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </header>
      {series.data && <Standing page={series.data} />}
      <PagedTable
        of={series}
        empty={
          <Empty>
            {organs.length === 0
              ? '您所在的单位和辖区内没有登记发文代字的机关。'
              : q + kind
                ? '没有符合条件的发文。'
                : `${year} 年还没有编过文号。公文签发后由系统按序编号。`}
          </Empty>
        }
        label="发文登记"
        columns={columns}
        keyOf={({ number }) => number}
        page={page}
        go={(next) => set({ page: next })}
      />
      <PrintFoot>
        {series.data?.organ?.name} · 时点 {beijingTime(now())} · 列表第 {page} 页
      </PrintFoot>
    </section>
  );
}

/** How the series stands: from where to where, and whether any number is missing. */
function Standing({ page: { organ, year, standing } }: { page: Page }) {
  if (organ === null || standing === null) return null;
  const { first, last, taken, voided, missing } = standing;
  return (
    <p role="status">
      <strong>
        {organ.code}〔{year}〕
      </strong>{' '}
      第 {first} 号至第 {last} 号，已用 {taken} 个，其中作废 {voided} 个；
      {missing.length === 0 ? (
        <span className="passed">连续，无缺号、无重号</span>
      ) : (
        `第 ${missing.join('、')} 号未在本系统登记（本系统只按最后一号顺编，所缺为系统外所编的号）`
      )}
      。{year === new Date().getFullYear() && `下一号为第 ${last + 1} 号。`}
    </p>
  );
}

const years = (): [string, string][] => {
  const next = new Date().getFullYear() + 1;
  return Array.from({ length: next - 2022 }, (_, index) => [`${next - 1 - index}`, `${next - 1 - index} 年`]);
};
