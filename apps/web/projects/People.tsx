import { Link } from 'react-router';
import type { PersonRow } from '#contracts/http/projects';
import { isCommandType } from '#domain/registry';
import { lackingLabel } from '#labels/zh/rules';
import { engagementLabels, priorityLabels, valueLabel } from '#labels/zh/terms';
import { actPath } from '../forms/act-path';
import { usePending } from '../http/live';
import { usePeople } from '../http/queries';
import { useAddress } from '../parts/address';
import { DataTable, type Column } from '../parts/DataTable';
import { Empty, Loaded, PendingChanges } from '../parts/States';
import { SegmentPicker } from './SegmentPicker';
import { useProjectPage } from './ProjectPage';

const labelOf = (labels: Readonly<Record<string, string>>, value: string): string => labels[value] ?? value;

const columns: readonly Column<PersonRow>[] = [
  { title: '姓名', cell: ({ name }) => name },
  { title: '身份证', cell: ({ idNumber }) => idNumber },
  { title: '岗位', cell: ({ postTitle }) => postTitle },
  { title: '用工形式', cell: ({ engagement }) => labelOf(engagementLabels, engagement) },
  { title: '协议', cell: ({ agreement }) => agreement ?? <span className="lamp-soon">未签</span> },
  { title: '银行卡', cell: ({ card }) => card || <span className="lamp-soon">未登记</span> },
  { title: '本地农村', cell: ({ localRural }) => (localRural ? '是' : '否') },
  {
    title: '优先',
    cell: ({ priority }) => (priority ? (valueLabel(priority) ?? labelOf(priorityLabels, priority)) : ''),
  },
  {
    title: '上岗条件',
    cell: ({ unmet }) =>
      unmet.length === 0
        ? '已具备'
        : unmet.map((rule) => (
            <Link key={rule} to={`/rules/${rule}`} className="lamp-late">
              缺 {lackingLabel(rule)}{' '}
            </Link>
          )),
  },
];

/** The roster: masked names, what each still lacks before a shift. */
export function People() {
  const page = useProjectPage();
  const [segment] = useAddress('segment');
  const [q, setQ] = useAddress('q');
  const people = usePeople(page.id, segment);
  const changes = usePending(`project/${page.id}`);
  const may = page.may.filter(isCommandType);
  return (
    <>
      <PendingChanges {...changes} />
      <div className="filters">
        <SegmentPicker page={page} />
        <input
          type="search"
          className="native"
          aria-label="搜索人员"
          placeholder="姓名、岗位"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {may.includes('enrollWorkers') && (
          <Link
            className="button primary"
            to={actPath(`project/${page.id}`, 'enrollWorkers', { segmentId: segment || undefined })}
          >
            登记务工人员
          </Link>
        )}
        {may.includes('signAgreements') && (
          <Link
            className="button"
            to={actPath(`project/${page.id}`, 'signAgreements', { segmentId: segment || undefined })}
          >
            登记用工协议
          </Link>
        )}
      </div>
      <Loaded of={people}>
        {(rows) => {
          const shown = rows.filter(({ name, postTitle, idNumber }) => `${name}${postTitle}${idNumber}`.includes(q));
          return rows.length === 0 ? (
            <Empty>还没有登记务工人员。先公布岗位，再由用工单位登记。</Empty>
          ) : (
            <>
              <p className="quiet">
                在册 {rows.length} 人，本地农村 {rows.filter(({ localRural }) => localRural).length} 人，尚有条件未具备{' '}
                {rows.filter(({ unmet }) => unmet.length > 0).length} 人
              </p>
              <DataTable
                label="用工名册"
                columns={columns}
                rows={shown}
                keyOf={({ personRef, segmentId }) => personRef + segmentId}
              />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
