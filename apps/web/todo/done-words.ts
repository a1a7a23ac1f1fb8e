import type { DoneRow } from '#contracts/http/inbox';
import { eventLabel } from '#labels/zh/events';
import { valueLabel } from '#labels/zh/terms';

/** What one did: of a decision the decision itself. */
export const doneWords = ({ type, decision }: Pick<DoneRow, 'type' | 'decision'>): string =>
  decision === null ? eventLabel(type) : (valueLabel(decision, 'decision') ?? decision);
