import { Link } from 'react-router';
import type { EvaluationPage } from '#contracts/http/evaluations';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { eventLabel } from '#labels/zh/events';
import { indicatorName } from '#labels/zh/indicators';
import { useFigure } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import { DataTable } from '../parts/DataTable';
import { money } from '../parts/format';
import { Empty, Loaded } from '../parts/States';

/** Figures whose rows are amounts in fen; the rows of all others count people, days or acts. */
const inMoney = new Set(['IND-01', 'IND-02', 'IND-10.amount']);

const auditPath = (stream: string, version: number): string => {
  const id = stream as StreamId;
  return `/audit/${kindOf(id) === 'project' ? `projects/${keyOf(id)}` : stream}?event=${version}`;
};

/** The project a row belongs to, with the month of the wage sheet where it is one's. */
function placeOf(stream: StreamId, projects: EvaluationPage['projects']): string {
  const [id = '', , period] = keyOf(stream).split('/');
  const name = projects.find(({ projectId }) => projectId === id)?.name ?? id;
  return period ? `${name} · ${period} 工资` : name;
}

/** The rows behind one figure, each with the event that proves it. */
export function FigureDrill({
  scope,
  year,
  projects,
}: {
  scope: string;
  year: number;
  projects: EvaluationPage['projects'];
}) {
  const [indicator] = useAddress('indicator');
  const [project] = useAddress('project');
  const close = useAddressParts();
  const rows = useFigure(scope, year, indicator || null, project || undefined);
  if (indicator === '') return null;
  return (
    <section className="panel" aria-label="数字的依据">
      <h2>
        {indicatorName(indicator)} 的依据
        <button type="button" className="link" onClick={() => close({ indicator: '', project: '' })}>
          收起
        </button>
      </h2>
      <Loaded of={rows}>
        {({ rows: found, total }) =>
          found.length === 0 ? (
            <Empty>这个数字没有对应的记录。</Empty>
          ) : (
            <>
              <p className="quiet">共 {total} 条</p>
              <DataTable
                label={`${indicatorName(indicator)} 的依据`}
                rows={found}
                keyOf={({ stream, version, what, on }) => `${stream}-${version}-${what}-${on}`}
                columns={[
                  { title: '日期', cell: ({ on }) => on },
                  { title: '项目', cell: ({ stream }) => placeOf(stream as StreamId, projects) },
                  { title: '什么', cell: ({ what }) => eventLabel(what) },
                  {
                    title: '数',
                    cell: ({ value }) => (inMoney.has(indicator) ? money(value) : value.toLocaleString('zh-CN')),
                    number: true,
                  },
                  {
                    title: '记录',
                    cell: ({ stream, version }) => <Link to={auditPath(stream, version)}>记录 {version}</Link>,
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
