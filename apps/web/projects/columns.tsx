import type { ProjectRow } from '#contracts/http/projects';
import { stageName } from '#labels/zh/stages';
import { projectStatusLabels } from '#labels/zh/terms';
import type { Column } from '../parts/DataTable';
import { Lamp } from '../parts/Lamp';

export const stageColumn: Column<ProjectRow> = {
  title: '阶段',
  cell: ({ stage, status }) =>
    status === 'active' ? stageName(stage) : `${stageName(stage)}（${projectStatusLabels[status]}）`,
};

/** Where nothing is owed there is no limit to keep: no lamp. */
export const limitColumn: Column<ProjectRow> = {
  title: '期限',
  cell: ({ lamp, openDuties }) => (openDuties === 0 ? <span className="quiet">无待办</span> : <Lamp lamp={lamp} />),
};
