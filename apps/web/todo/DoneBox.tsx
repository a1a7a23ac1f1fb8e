import { Link } from 'react-router';
import type { DoneRow } from '#contracts/http/inbox';
import type { StreamId } from '#domain/stream';
import { streamPath } from '../forms/act-path';
import { useDone } from '../http/queries';
import { useAddress } from '../parts/address';
import { DataTable, type Column } from '../parts/DataTable';
import { beijingTime } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { doneWords } from './done-words';
import { NextPage } from './NextPage';

const columns: readonly Column<DoneRow>[] = [
  { title: '办理', cell: (row) => <Link to={streamPath(row.stream as StreamId)}>{doneWords(row)}</Link> },
  { title: '事项', cell: ({ title }) => title || '—' },
  { title: '项目', cell: ({ projectName }) => projectName || '—' },
  { title: '时间', cell: ({ at }) => beijingTime(at) },
  { title: '记录号', cell: ({ version }) => version, number: true },
];

/** What one has done, the latest first, each with its record number. */
export function DoneBox() {
  const [q] = useAddress('q');
  const [after] = useAddress('after');
  return (
    <Loaded of={useDone({ q, after })}>
      {({ items, total, next }) =>
        items.length === 0 ? (
          <Empty>
            {q === '' ? '还没有您办结的事项。您在待办中办结的，会按时间列在这里。' : '没有符合条件的事项。'}
          </Empty>
        ) : (
          <>
            <DataTable
              label="已办事项"
              columns={columns}
              rows={items}
              keyOf={({ stream, version }) => `${stream}#${version}`}
            />
            <NextPage total={total} next={next} />
          </>
        )
      }
    </Loaded>
  );
}
