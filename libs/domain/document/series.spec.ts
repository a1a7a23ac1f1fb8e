import { missingIn } from './series';

it('R-DOC-10: tells a number that is missing, and a stretch of them, and nothing of a series without a gap', () => {
  expect(missingIn([])).toEqual([]);
  expect(missingIn([5])).toEqual([]);
  expect(missingIn([1, 2, 3])).toEqual([]);
  expect(missingIn([1, 3, 4, 8])).toEqual(['2', '5—7']);
});
