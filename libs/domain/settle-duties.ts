import { dated } from './deadline';
import type { DutiesChanged, Duty } from './duty';
import type { BaseFacts } from './facts';
import type { Instant } from './instant';
import type { OpenDuty, StreamState } from './state';
import { kindOf } from './stream';
import { subjectFor } from './subjects';

/**
 * What opened, ended, moved and stopped between the duties on record and those that follow from `subject`.
 * A duty that goes on keeps its beginning; its due instant is worked out from there with today's calendar.
 * Duties already past are not opened while a record is entered from papers.
 * @returns undefined when nothing changed
 */
export function dutiesChanged(
  { stream, duties: open }: StreamState,
  subject: unknown,
  facts: Pick<BaseFacts, 'parameters' | 'calendar' | 'basis'>,
  at: Instant,
): DutiesChanged | undefined {
  const before = new Map(open.map((duty) => [duty.key, duty]));
  const now = subjectFor(kindOf(stream))
    .duties(subject, facts)
    .map((draft) => dated(draft, before.get(draft.key)?.since ?? at, facts));
  const keys = new Set(now.map(({ key }) => key));
  const opened = now.filter(({ key }) => !before.has(key));
  const ended = open.filter(({ key }) => !keys.has(key)).map(({ key }) => ({ key, at }));
  const moved = now
    .filter((duty) => hasMoved(before.get(duty.key), duty, at))
    .map(({ key, dueAt, remindAt, provisional }) => ({
      key,
      dueAt: dueAt!,
      ...(remindAt && { remindAt }),
      ...(provisional && { provisional }),
    }));
  const stopped = now
    .filter((duty) => duty.stopped && isStoppedAnew(before.get(duty.key), duty))
    .map(({ key, stopped: clock }) => ({ key, ...clock! }));
  if (opened.length + ended.length + moved.length + stopped.length === 0) return undefined;
  return { opened, ended, moved, ...(stopped.length > 0 && { stopped }), basis: facts.basis };
}

/**
 * A clock that runs again has moved, were it by no working time at all. Otherwise what has lapsed has lapsed, and nobody is made
 * late by a change of rules: a limit that would have passed already stays as it was.
 */
function hasMoved(before: OpenDuty | undefined, now: Duty, at: Instant): boolean {
  if (before === undefined || now.dueAt === undefined) return false;
  if (before.stopped && !now.stopped) return true;
  if (before.lapsed || now.dueAt <= at) return false;
  return before.dueAt !== now.dueAt || before.remindAt !== now.remindAt || before.provisional !== now.provisional;
}

const isStoppedAnew = (before: Duty | undefined, now: Duty): boolean =>
  before !== undefined && before.stopped?.since !== now.stopped?.since;
