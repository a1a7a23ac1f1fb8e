import { segmentOf, type Project, type Segment } from './project';

/** What people's rights rest on: where they were hired, trained, at work or paid. */
export const workedAt = ({ mobilization, training, construction, wages }: Segment): string[] => [
  ...(mobilization.enrolled > 0 ? [`花名册 ${mobilization.enrolled} 人`] : []),
  ...(training.courses > 0 ? [`培训 ${training.courses} 次`] : []),
  ...(construction.startedOn === null ? [] : [`${construction.startedOn} 开工`]),
  ...(construction.lastAttendanceOn === null ? [] : [`考勤至 ${construction.lastAttendanceOn}`]),
  ...(wages.periods.length > 0 ? [`报酬发放期 ${wages.periods.length} 个`] : []),
];

const counted = (what: string, count: number): string[] => (count > 0 ? [`${what} ${count} 项`] : []);

/** What the record says of a segment since it was planned. */
export function segmentNamedBy(project: Project, id: string): string[] {
  const segment = segmentOf(project, id);
  if (!segment) return [];
  const { wageStandards, parentActs } = project.approval;
  const { mobilization } = segment;
  return [
    ...workedAt(segment),
    ...counted('报酬标准', wageStandards.filter(({ segmentId }) => segmentId === id).length),
    ...counted('引用的主体项目文件', parentActs.filter(({ segmentId }) => segmentId === id).length),
    ...counted('突破', project.steering.overrides.filter(({ segmentId }) => segmentId === id).length),
    ...(mobilization.basis === null ? [] : ['已启动组织动员']),
    ...counted('公布的岗位', mobilization.posts.length),
  ];
}

/** The allocations of a line of the funds, also those that are void: their documents name it. */
export const fundLineNamedBy = ({ approval: { allocations } }: Project, id: string): string[] =>
  counted('资金下达文件', allocations.filter(({ fundLineId }) => fundLineId === id).length);
