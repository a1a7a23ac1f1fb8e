import { dated } from './deadline';
import type { DutiesChanged, Duty } from './duty';
import type { BaseFacts } from './facts';
import type { Instant } from './instant';
import type { StreamState } from './state';
import { kindOf } from './stream';
import { subjectFor } from './subjects';

/**
 * What opened, ended and moved between the duties on record and those that follow from `subject`.
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
    .map((draft) => dated(draft, before.get(draft.key)?.since ?? at, facts.calendar));
  const keys = new Set(now.map(({ key }) => key));
  const opened = now.filter(({ key }) => !before.has(key));
  const ended = open.filter(({ key }) => !keys.has(key)).map(({ key }) => ({ key, at }));
  const moved = now
    .filter((duty) => hasMoved(before.get(duty.key), duty))
    .map(({ key, dueAt, provisional }) => ({
      key,
      dueAt: dueAt!,
      ...(provisional && { provisional }),
    }));
  if (opened.length + ended.length + moved.length === 0) return undefined;
  return { opened, ended, moved, basis: facts.basis };
}

const hasMoved = (before: Duty | undefined, now: Duty): boolean =>
  before !== undefined && now.dueAt !== undefined && before.dueAt !== now.dueAt;
