import { requirementClause } from './requirement';
import { dutiesIn } from './requirement-duties';

it('finds every duty in the clause that documents carry', () => {
  expect(dutiesIn(requirementClause).filter(({ words }) => words === null)).toEqual([]);
  expect(dutiesIn(requirementClause)[2]!.words).toBe('组织开展劳动技能和安全生产培训');
});

it('names the duties a text is silent about', () => {
  const said = dutiesIn('同意实施。本项目采取以工代赈方式实施，务工人员先培训后上岗。').filter(({ words }) => words);
  expect(said.map(({ duty, words }) => [duty, words])).toEqual([
    ['采取以工代赈方式实施', '本项目采取以工代赈方式实施'],
    ['开展劳动技能和安全生产培训', '务工人员先培训后上岗'],
  ]);
});
