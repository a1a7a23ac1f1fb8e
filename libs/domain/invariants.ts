import type { Recorded } from './event';
import type { GenericEvents } from './generic';
import type { Step } from './replay';
import type { OpenDuty, StreamState } from './state';
import { kindOf } from './stream';
import { subjectFor } from './subjects';

export interface BrokenInvariant {
  /** the event that broke it, or the last one of the act that did */
  version: number;
  /** in Chinese, for the auditor */
  detail: string;
}

/**
 * What a history broke of the invariants that every kind of stream keeps, and of those of its own kind. Those of its kind hold
 * between acts: the events of one command stand together.
 */
export function brokenInvariantsIn(steps: readonly Step[]): BrokenInvariant[] {
  const broken: BrokenInvariant[] = [];
  let resting: StreamState | undefined;
  for (const [index, { before, event, after }] of steps.entries()) {
    const at = (details: readonly string[]): void => {
      broken.push(...details.map((detail) => ({ version: event.version, detail })));
    };
    at(brokenDuties(before.duties, event));
    resting ??= before;
    if (steps[index + 1]?.event.commandId === event.commandId) continue;
    at(subjectFor(kindOf(event.stream)).broken?.(resting, after) ?? []);
    resting = undefined;
  }
  return broken;
}

/** A duty is opened once and ended once, and only what is open can move or lapse. */
function brokenDuties(open: readonly OpenDuty[], { type, data }: Recorded): string[] {
  const keys = new Set(open.map(({ key }) => key));
  const unknown = (changed: readonly { key: string }[], what: string): string[] =>
    changed.filter(({ key }) => !keys.has(key)).map(({ key }) => `待办 ${key} 并未开启，却${what}`);
  if (type === 'DutyLapsed') {
    const { key } = data as GenericEvents['DutyLapsed'];
    const stands = open.some((duty) => duty.key === key && duty.stopped);
    return [...unknown([{ key }], '逾期'), ...(stands ? [`待办 ${key} 停表期间，却逾期`] : [])];
  }
  if (type === 'DutyReminded') return unknown([data as GenericEvents['DutyReminded']], '提醒');
  if (type !== 'DutiesChanged') return [];
  const { opened, ended, moved, stopped = [] } = data as GenericEvents['DutiesChanged'];
  return [
    ...opened.filter(({ key }) => keys.has(key)).map(({ key }) => `待办 ${key} 开启了两次`),
    ...unknown(ended, '办结'),
    ...unknown(moved, '改期'),
    ...unknown(stopped, '停表'),
  ];
}
