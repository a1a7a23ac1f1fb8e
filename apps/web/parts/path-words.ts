import { recordedLabel } from '#labels/zh/fields';
import { stageLabels } from '#labels/zh/stages';

const parts: Readonly<Record<string, string>> = {
  ...stageLabels,
  parties: '各方',
  status: '状态',
  phase: '阶段',
  stage: '阶段',
};

/**
 * `segments.0.mobilization.enrolled` as a person reads it: `用工环节 1 · 组织动员 · 已登记`.
 * @param others what parts are called that mean something else here
 */
export const pathWords = (path: string, others: Readonly<Record<string, string>> = {}): string =>
  path
    .split('.')
    .map((part) =>
      /^\d+$/.test(part) ? `第 ${Number(part) + 1} 项` : (others[part] ?? parts[part] ?? recordedLabel(part)),
    )
    .join(' · ');
