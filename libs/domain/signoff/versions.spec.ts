import { systemActor } from '../actor';
import { differences } from '../differences';
import type { Recorded } from '../event';
import { versionsIn } from './versions';

const event = (type: string, data: object, at: string): Recorded =>
  ({ type, data, occurredAt: at, actor: systemActor }) as Recorded;
const act = (reason: string) => ({ type: 'suspendProject', data: { reason, until: null }, readRevision: 3 });

const events = [
  event('MatterStarted', { act: act('汛期') }, '2026-03-02T01:00:00.000Z'),
  event('DraftSubmitted', { act: act('汛期'), version: 1 }, '2026-03-02T02:00:00.000Z'),
  event('Returned', { toStep: 'draft' }, '2026-03-03T01:00:00.000Z'),
  event('DraftSubmitted', { act: act('汛期停工'), version: 2 }, '2026-03-04T01:00:00.000Z'),
];

it('lists each version once, from when it was first drawn up', () => {
  expect(versionsIn(events).map(({ version, at }) => [version, at.slice(0, 10)])).toEqual([
    [1, '2026-03-02'],
    [2, '2026-03-04'],
  ]);
});

it('tells two versions apart leaf by leaf', () => {
  const [first, second] = versionsIn(events);
  expect(differences(first!.act.data, second!.act.data)).toEqual([
    { path: 'reason', before: '汛期', after: '汛期停工' },
  ]);
});
