import { sumFen } from '#domain/money';
import { fundSourceLabels, segmentKindLabels, unitLabels } from '#labels/zh/terms';
import { DataTable } from '../parts/DataTable';
import { money, percent } from '../parts/format';
import { segmentName } from './segment-name';
import { useProjectPage } from './ProjectPage';

/** Fund lines with their papers and floors, pay planned per segment, and the standards pay is computed by. */
export function Money() {
  const { project, money: sums } = useProjectPage();
  const lines = project.planning?.fundLines ?? [];
  const allocated = (id: string) =>
    sumFen(
      project.approval.allocations
        .filter(({ fundLineId, voided }) => fundLineId === id && !voided)
        .map(({ amountFen }) => amountFen),
    );
  return (
    <>
      <h2>资金来源</h2>
      <DataTable
        label="资金来源"
        keyOf={({ id }) => id}
        rows={lines}
        columns={[
          { title: '来源', cell: ({ source }) => fundSourceLabels[source] },
          { title: '金额', cell: ({ amountFen }) => money(amountFen), number: true },
          { title: '已下达', cell: ({ id }) => money(allocated(id)), number: true },
          { title: '计划文件', cell: ({ planDocument }) => planDocument ?? '—' },
          {
            title: '劳务报酬下限',
            cell: ({ id }) => {
              const floorBp = sums.floorsBp[id] ?? null;
              return floorBp === null ? '未设下限' : percent(floorBp);
            },
            number: true,
          },
        ]}
      />
      <p>
        劳务报酬：计划 {money(sums.plannedPayFen)} · 应发 {money(sums.grossFen)} · 已到账 {money(sums.receivedFen)} ·{' '}
        {sums.floorFen === null ? '本项目资金未设下限（意见未定比例）' : `下限 ${money(sums.floorFen)}`}
      </p>
      <h2>用工环节</h2>
      <DataTable
        label="用工环节的计划劳务报酬"
        keyOf={({ id }) => id}
        rows={project.segments}
        columns={[
          { title: '环节', cell: ({ name }) => name },
          { title: '类别', cell: ({ kind }) => segmentKindLabels[kind] },
          { title: '计划岗位', cell: ({ plannedPosts }) => plannedPosts, number: true },
          { title: '计划劳务报酬', cell: ({ plannedLaborPayFen }) => money(plannedLaborPayFen), number: true },
          {
            title: '实发',
            cell: ({ wages }) => money(sumFen(wages.periods.map(({ netFen }) => netFen))),
            number: true,
          },
          {
            title: '已到账',
            cell: ({ wages }) => money(sumFen(wages.periods.map(({ receivedFen }) => receivedFen))),
            number: true,
          },
        ]}
      />
      <h2>劳务报酬标准</h2>
      {project.approval.wageStandards.length === 0 ? (
        <p className="quiet">还没有备案报酬标准。</p>
      ) : (
        <DataTable
          label="劳务报酬标准"
          keyOf={({ segmentId, postClass, version }) => `${segmentId}-${postClass}-${version}`}
          rows={project.approval.wageStandards}
          columns={[
            { title: '工种', cell: ({ postClass }) => postClass },
            { title: '用工环节', cell: ({ segmentId }) => segmentName(project, segmentId) },
            { title: '标准', cell: ({ rateFen }) => money(rateFen), number: true },
            { title: '单位', cell: ({ unit }) => unitLabels[unit] },
            { title: '自', cell: ({ from }) => from },
            { title: '第几版', cell: ({ version }) => version, number: true },
            { title: '依据', cell: ({ basis }) => basis },
          ]}
        />
      )}
    </>
  );
}
