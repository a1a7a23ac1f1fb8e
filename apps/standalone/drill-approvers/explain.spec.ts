import type { Recorded } from '#domain/event';
import { doubleCounted, unexplained, type Told } from './explain';
import { wrongResult } from './tally';

const at = '2026-03-02T02:00:00.000Z';
let version = 0;
const event = (type: string, data: object, commandId = `c${version}`) =>
  ({ type, data, commandId, version: (version += 1), occurredAt: at }) as unknown as Recorded;
const decided = (seat: string, key: string, decision = 'agree') => event('Decided', { seat, decision }, key);
const passed = (visit: string, key?: string) => event('StepPassed', { visit }, key);
const ended = (as: string) => event('MatterEnded', { as });

const told = (key: string, seat: string, status: number, breaches: object[] = []): Told => ({
  key,
  seat,
  decision: 'agree',
  status,
  body: { breaches },
});
const once = (found: string) => ({ rule: 'P-ONCE', found });

describe('what an approver was told', () => {
  const events = [decided('contest#1.0', 'a'), passed('contest#1', 'a')];

  it('is explained where the log has the decision, or who was before', () => {
    const answers = [
      told('a', 'contest#1.0', 200),
      told('b', 'contest#1.0', 422, [once(`已于 ${at} 办理`)]),
      told('c', 'contest#1.1', 422, [once(`yq-drc/approver 已于 ${at} 办结该环节`)]),
    ];
    expect(unexplained(answers, events)).toEqual([]);
    expect(unexplained([told('d', 'contest#1.1', 422, [{ rule: 'P-HALTED' }])], [ended('agreed')])).toEqual([]);
  });

  it.each([
    ['accepted, and not recorded', told('x', 'contest#1.0', 200)],
    ['refused, and recorded all the same', told('a', 'contest#1.0', 422, [once(`已于 ${at} 办理`)])],
    ['told of an act at another instant', told('b', 'contest#1.0', 422, [once('已于 2026-03-03 办理')])],
    ['told that the matter had ended while it goes on', told('b', 'contest#1.1', 422, [{ rule: 'P-HALTED' }])],
    ['told that a step was over that is not', told('b', 'settle#1.0', 422, [once(`已于 ${at} 办结该环节`)])],
    ['not told who settled its step', told('b', 'contest#1.1', 422, [once('该环节已退回或已撤回')])],
    ['refused by another rule', told('b', 'contest#1.1', 403, [{ rule: 'P-WHO' }])],
    ['answered by a fault', told('b', 'contest#1.1', 500)],
    ['not answered', told('b', 'contest#1.1', 0)],
  ])('is not where it was %s', (_, answer) => {
    expect(unexplained([answer], events)).toHaveLength(1);
  });
});

describe('what the log counted', () => {
  it('is each thing once', () => {
    const events = [decided('contest#1.0', 'a'), passed('contest#1'), ended('agreed')];
    expect(doubleCounted(events, 1)).toEqual([]);
    expect(doubleCounted(events, 0)).toEqual(['1 agreed ends, and 0 effects']);
    expect(doubleCounted([...events, ...events], 2)).toEqual([
      'contest#1.0 decided twice',
      'contest#1 came to two results',
      'the matter ended twice',
    ]);
  });

  it('makes the result that the votes make', () => {
    const two = [decided('contest#1.0', 'a'), decided('contest#1.1', 'b')];
    const share = { way: 'share', size: 2 } as const;
    expect(wrongResult(share, [...two, passed('contest#1')])).toEqual([]);
    expect(wrongResult(share, [two[0]!, passed('contest#1')])).toHaveLength(2);
    expect(wrongResult({ way: 'any', size: 2 }, [two[0]!, passed('contest#1'), two[1]!])).toEqual([
      'contest#1.1 was counted after the step had passed',
    ]);
    expect(wrongResult({ way: 'all', size: 5 }, two)).toHaveLength(1);
  });
});
