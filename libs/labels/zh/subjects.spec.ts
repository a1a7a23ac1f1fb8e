import { matterTitle, planName } from './subjects';

it('names a matter by its act and what it is about', () => {
  expect(matterTitle('suspendProject', '演示·护坝')).toBe('关于演示·护坝暂停项目的请示');
  expect(matterTitle('addEntry', '演示·护坝')).toBe('关于增加清单项目“演示·护坝”的请示');
  expect(matterTitle('approvePlan', planName('plan/110119/2026')!)).toBe('关于审定延庆区 2026 年度计划和清单的请示');
  expect(matterTitle('pauseEntry', '')).toBe('关于暂停清单项目的请示');
});
