import { play, type Counts } from './random-play';

it('never loses a duty and never counts a vote twice, whatever is done in whatever order; the model agrees at each act', () => {
  const counts: Counts = {};
  for (let seed = 1; seed <= 200; seed += 1) play(seed, 200, counts);
  expect(Object.entries(counts).filter(([, { done }]) => done <= 20)).toEqual([]);
});
