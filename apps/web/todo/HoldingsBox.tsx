import { Link } from 'react-router';
import type { Holding } from '#contracts/http/inbox';
import { query } from '../http/client';
import { useHoldings } from '../http/queries';
import { DataTable, type Column } from '../parts/DataTable';
import { beijingDate } from '../parts/format';
import { Empty, Loaded } from '../parts/States';

const columns: readonly Column<Holding>[] = [
  {
    title: '单位 · 岗位',
    cell: ({ owner, name }) => <Link to={`/todo${query({ box: 'area', owner })}`}>{name}</Link>,
  },
  { title: '在办', cell: ({ open }) => open, number: true },
  {
    title: '其中逾期',
    cell: ({ late }) => <span className={late > 0 ? 'lamp-late' : undefined}>{late}</span>,
    number: true,
  },
  { title: '最早一件自', cell: ({ oldest }) => beijingDate(oldest) },
  { title: '已放', cell: ({ waitedDays }) => `${waitedDays} 个工作日` },
];

/** What lies where in the districts one looks after, and how long; a line opens into its duties. */
export function HoldingsBox() {
  return (
    <Loaded of={useHoldings()}>
      {(holdings) =>
        holdings.length === 0 ? (
          <Empty>您负责的区域没有在办的事项。</Empty>
        ) : (
          <DataTable label="件在哪里" columns={columns} rows={holdings} keyOf={({ owner }) => owner} />
        )
      }
    </Loaded>
  );
}
