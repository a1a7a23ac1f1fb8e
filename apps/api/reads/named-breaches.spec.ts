import type { Breach } from '../../../libs/domain/rules';
import { bodiesNamedIn, namedBreaches } from './named-breaches';

const breach = (found: string): Breach => ({
  rule: 'P-WHO',
  clause: 'CL-24',
  level: 'block',
  need: '审批人',
  found,
  mend: '由 yq-gov/leaderInCharge 办理',
});

it('names the posts of bodies that are known, several of one body and several bodies, and leaves what it does not know', () => {
  const breaches = [breach('yq-fin/approver、handler'), breach('2026/x 与 unknown/handler')];
  expect(bodiesNamedIn(breaches).toSorted()).toEqual(['2026', 'unknown', 'yq-fin', 'yq-gov']);
  const named = namedBreaches(breaches, { 'yq-fin': '试验区财政局', 'yq-gov': '试验区人民政府' });
  expect(named.map(({ found }) => found)).toEqual(['试验区财政局审批人、经办人', '2026/x 与 unknown/handler']);
  const two = namedBreaches([breach('yq-fin/approver、yq-gov/leaderInCharge 尚未报告')], {
    'yq-fin': '财政局',
    'yq-gov': '区政府',
  });
  expect(two[0]!.found).toBe('财政局审批人、区政府分管领导 尚未报告');
  expect(named[0]!.mend).toBe('由 试验区人民政府分管领导 办理');
});
