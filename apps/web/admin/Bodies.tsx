import { useEffect } from 'react';
import { Link } from 'react-router';
import { bodyKindLabels } from '#labels/zh/roles';
import { districtLabels, districtName } from '#labels/zh/districts';
import { useBodies } from '../http/queries';
import { useAddress } from '../parts/address';
import { DataTable } from '../parts/DataTable';
import { FilterChoice } from '../parts/FilterChoice';
import { Empty, Loaded } from '../parts/States';
import { useMe } from '../shell/session';
import { RegisterBody } from './RegisterBody';

const kinds: Readonly<Record<string, string>> = bodyKindLabels;

/** Bodies that take part, district by district; each opens into its posts. */
export function Bodies() {
  const me = useMe();
  const [district, setDistrict] = useAddress('district');
  const [q, setQ] = useAddress('q');
  const bodies = useBodies(district || undefined);
  useEffect(() => {
    document.title = '机构与岗位 · 以工';
  }, []);
  return (
    <section>
      <header className="page-head">
        <h1>机构与岗位</h1>
        <div className="filters">
          <input
            type="search"
            className="native"
            aria-label="搜索机构"
            placeholder="名称"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
          <FilterChoice
            label="区"
            all="全部"
            options={Object.entries(districtLabels)}
            value={district}
            choose={setDistrict}
          />
        </div>
      </header>
      {me.persona === 'administrator' && <RegisterBody />}
      <Loaded of={bodies}>
        {(rows) => {
          const found = rows.filter(({ name, id }) => `${name}${id}`.includes(q));
          if (found.length === 0) return <Empty>没有符合条件的机构。</Empty>;
          return (
            <DataTable
              label="机构"
              rows={found}
              keyOf={({ id }) => id}
              columns={[
                { title: '机构', cell: ({ id, name }) => <Link to={`/admin/${id}`}>{name}</Link> },
                { title: '类别', cell: ({ kind }) => kinds[kind] ?? kind },
                { title: '区', cell: ({ district: code }) => districtName(code) },
                { title: '编号', cell: ({ id }) => <code>{id}</code> },
              ]}
            />
          );
        }}
      </Loaded>
    </section>
  );
}
