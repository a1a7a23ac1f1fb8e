import type { FaceTable } from '#domain/document/face';
import { listTotals, type PlanList } from '#domain/document/plan-list';
import { formatYuan } from '#domain/money';
import { entryStandingLabels, valueLabel } from '#labels/zh/terms';

const columns: FaceTable['columns'] = [
  { name: '序号', align: 'center', share: 7 },
  { name: '项目名称', align: 'left', share: 27 },
  { name: '行业领域', align: 'center', share: 12 },
  { name: '实施地点', align: 'center', share: 14 },
  { name: '列入方式', align: 'center', share: 11 },
  { name: '计划劳务报酬（元）', align: 'right', share: 18 },
  { name: '计划用工（人）', align: 'right', share: 11 },
];

/** 元 without the sign: its column says so. */
const yuan = (amountFen: number): string => formatYuan(amountFen).replace('¥', '');
const unknown = '—';

/** The project list of a plan as a table. */
export function annexOf(title: string, list: PlanList): FaceTable {
  const { projects, plannedLaborPayFen, plannedPosts } = listTotals(list);
  return {
    title,
    columns,
    rows: list.lines.map(({ name, sectors, places, standing, paused, ...planned }, index) => [
      `${index + 1}`,
      name,
      sectors.map((sector) => valueLabel(sector)).join('、') || unknown,
      places.join('、'),
      `${entryStandingLabels[standing]}${paused ? '（暂停）' : ''}`,
      planned.plannedLaborPayFen === null ? unknown : yuan(planned.plannedLaborPayFen),
      planned.plannedPosts === null ? unknown : `${planned.plannedPosts}`,
    ]),
    totals: ['', `合计 ${projects} 个项目`, '', '', '', yuan(plannedLaborPayFen), `${plannedPosts}`],
  };
}
