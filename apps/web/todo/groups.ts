import type { DutyGroup, DutyRow } from '#contracts/http/inbox';
import { lampLabels } from '#labels/zh/terms';

/** The groups of the list, the most urgent first. */
export const groups: readonly DutyGroup[] = ['late', 'soon', 'normal', 'stopped'];
export const groupLabels = { ...lampLabels, stopped: '暂停计时' } satisfies Record<DutyGroup, string>;
export const groupOf = ({ lamp, stopped }: DutyRow): DutyGroup => (stopped ? 'stopped' : lamp);
