import { addDays } from '#domain/calendar';
import { definitionOf } from '#domain/registry';
import { kindOf } from '#domain/stream';
import { bodies } from './bodies';
import { instantsOf } from './keeper-voice';
import { deputyActs, openMatters } from './open-matters';
import { nextYearOf, planActs } from './plans';
import { poolActs } from './pool';

/** At any time of the year: the plans’ years follow from the day of loading. */
const anchors = ['2026-11-27', '2026-03-01', '2027-01-10', '2027-02-16', '2028-02-29'];

describe.each(anchors)('plans, pool and open matters told on %s', (anchor) => {
  const plans = planActs(anchor);
  const open = openMatters(anchor).map(({ act }) => act);
  const before = openMatters(anchor).flatMap((matter) => matter.before ?? []);
  const all = [...plans, ...poolActs(anchor), deputyActs(anchor), before, open].flat();

  it('come in forms that the system takes, of posts that there are, before that day', () => {
    const posts = new Set(bodies.flatMap(({ id, posts: own }) => own.map((post) => `${id}/${post.id}`)));
    for (const { type, data, by, on } of all) {
      expect(definitionOf(type).schema.safeParse(data).error).toBeUndefined();
      expect([by, posts.has(by)]).toEqual([by, true]);
      expect(on < anchor || type === 'delegatePost').toBe(true);
    }
  });

  it('are told in order, each plan and each project by itself', () => {
    for (const acts of [...plans, ...poolActs(anchor)]) {
      const instants = [...instantsOf(acts).values()];
      expect(instants).toEqual(instants.toSorted());
      expect(new Set(acts.map(({ stream }) => stream)).size).toBe(1);
    }
  });

  it('have two plans approved and changed, and the next one on its way', () => {
    const types = plans.map((acts) => new Set(acts.map(({ type }) => type)));
    expect(types.map((of) => of.has('approvePlan'))).toEqual([true, true, false]);
    for (const kind of ['changeEntry', 'pauseEntry', 'resumeEntry', 'removeEntry'] as const)
      expect(types[0]!.has(kind)).toBe(true);
    expect(types[2]!.has('answerPlanObjection')).toBe(true);
    expect(plans.map((acts) => Number(acts[0]!.stream.split('/')[2]))).toEqual([
      nextYearOf(anchor) - 2,
      nextYearOf(anchor) - 1,
      nextYearOf(anchor),
    ]);
  });

  it('ask each open matter about another subject, begun within the last weeks', () => {
    expect(new Set(open.map(({ stream }) => stream)).size).toBe(open.length);
    for (const { stream, on } of open) {
      expect(['project', 'plan']).toContain(kindOf(stream));
      expect(on >= addDays(anchor, -14)).toBe(true);
    }
  });
});
