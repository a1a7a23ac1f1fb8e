import { useEffect } from 'react';
import { Link, Navigate } from 'react-router';
import type { PlanRow } from '#contracts/http/plans';
import { districtName } from '#labels/zh/districts';
import { planStatusLabels } from '#labels/zh/terms';
import { usePlans } from '../http/queries';
import { useAddress } from '../parts/address';
import { DataTable, type Column } from '../parts/DataTable';
import { today } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { useMe } from '../shell/session';

const columns: readonly Column<PlanRow>[] = [
  {
    title: '区',
    cell: ({ district, year }) => (
      <Link to={`/plans/${district}/${year}`}>{`${districtName(district)} ${year} 年度`}</Link>
    ),
  },
  { title: '状态', cell: ({ status }) => planStatusLabels[status] },
  { title: '清单版本', cell: ({ version }) => (version === 0 ? '未审定' : `第 ${version} 版`) },
  { title: '当年实施', cell: ({ active }) => active, number: true },
  { title: '储备', cell: ({ reserve }) => reserve, number: true },
  { title: '公示至', cell: ({ postedTo }) => postedTo ?? '' },
  { title: '审定日期', cell: ({ approvedOn }) => approvedOn ?? '' },
];

/** Who looks after one district opens its plan of this year; the city sees how far each district has come. */
export function Plans() {
  const own = useMe().posts[0]?.district ?? '';
  const [year, setYear] = useAddress('year', today().slice(0, 4));
  const plans = usePlans({ year });
  useEffect(() => {
    document.title = '各区年度计划 · 以工';
  }, []);
  if (own !== '' && own !== '110000') return <Navigate to={`/plans/${own}/${today().slice(0, 4)}`} replace />;
  return (
    <section>
      <header className="page-head">
        <h1>各区年度计划</h1>
        <div className="filters">
          <select aria-label="年度" value={year} onChange={(event) => setYear(event.target.value)}>
            {[1, 0, -1, -2, -3]
              .map((step) => String(Number(today().slice(0, 4)) + step))
              .map((one) => (
                <option key={one} value={one}>
                  {one} 年
                </option>
              ))}
          </select>
        </div>
      </header>
      <Loaded of={plans}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{year} 年度还没有区编制计划。</Empty>
          ) : (
            <DataTable label="各区年度计划" columns={columns} rows={rows} keyOf={({ district }) => district} />
          )
        }
      </Loaded>
    </section>
  );
}
