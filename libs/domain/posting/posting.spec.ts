import { libraryCalendar } from '../calendar';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import { fileDigest } from '../../../test/support/projects';
import { postingDuties } from './duties';
import { answered, closed, isUpheld, objected, opened, termOf, unanswered, type Posting } from './posting';
import { mayAnswer, mayClose, mayObject } from './rules';

const parameters = parametersOn(defaultParameters, '2026-09-28');
const facts = { parameters, calendar: libraryCalendar };
const ids = (breaches: readonly { rule: string }[]): string[] => breaches.map(({ rule }) => rule);

/** Hangs out from Monday 2026-03-02 to Monday 2026-03-09. */
const posting: Posting = opened({
  data: {
    topic: 'projectList',
    contentVersion: 4,
    place: '镇政府公告栏',
    evidence: [],
    ...termOf('projectList', '2026-03-02', facts),
  },
});
const objection = { on: '2026-03-04', source: 'villager', text: 'sealed:objection' } as const;
const withObjection = objected(posting, { data: { id: 'o1', ...objection } });
const withAnswer = (verdict: 'upheld' | 'rejected'): Posting =>
  answered(withObjection, { data: { objection: 'o1', verdict, text: 'sealed:answer' } });

describe('the term of a posting', () => {
  it('R-PUB-01: counts working days for a list, past weekends, and calendar days for pay', () => {
    expect(termOf('projectList', '2026-03-02', facts)).toEqual({
      from: '2026-03-02',
      to: '2026-03-09',
      closeBy: '2026-03-16',
    });
    expect(termOf('wageBatch', '2026-03-02', facts)).toMatchObject({ to: '2026-03-09' });
    expect(termOf('wageBatch', '2026-03-06', facts)).toMatchObject({ to: '2026-03-13' });
    expect(termOf('projectList', '2026-03-06', facts)).toMatchObject({ to: '2026-03-13' });
  });
  it('skips the days off of National Day', () => {
    expect(termOf('projectList', '2026-09-28', facts).to > '2026-10-07').toBe(true);
  });
  it('takes the days that are in force', () => {
    expect(
      termOf('projectList', '2026-03-02', { ...facts, parameters: { ...parameters, 'posting.projectList': 7 } }).to,
    ).toBe('2026-03-11');
  });
});

describe('objections', () => {
  it('are taken in while the posting is open, from its first day to today', () => {
    expect(mayObject(posting, { ...objection, on: '2026-03-02' }, '2026-03-04')).toEqual([]);
    expect(mayObject(posting, { ...objection, on: '2026-03-04' }, '2026-03-04')).toEqual([]);
    expect(ids(mayObject(posting, { ...objection, on: '2026-03-01' }, '2026-03-04'))).toEqual(['P-TIME']);
    expect(ids(mayObject(posting, { ...objection, on: '2026-03-05' }, '2026-03-04'))).toEqual(['P-TIME']);
    expect(ids(mayObject(closed(posting, { data: { evidence: [] } }), objection, '2026-03-12'))).toEqual(['P-ORDER']);
    expect(ids(mayObject(null, objection, '2026-03-04'))).toEqual(['P-ORDER']);
  });
  it('are answered once each', () => {
    const answer = { objection: 'o1', verdict: 'rejected', text: 'sealed:answer' } as const;
    expect(mayAnswer(withObjection, answer)).toEqual([]);
    expect(ids(mayAnswer(withObjection, { ...answer, objection: 'o2' }))).toEqual(['P-UNKNOWN']);
    expect(ids(mayAnswer(withAnswer('rejected'), answer))).toEqual(['P-ONCE']);
    expect(unanswered(withObjection)).toHaveLength(1);
    expect(isUpheld(withAnswer('upheld'))).toBe(true);
    expect(isUpheld(withAnswer('rejected'))).toBe(false);
  });
});

describe('the end of a posting', () => {
  const shown = { evidence: [fileDigest] };
  it('R-PUB-02: comes the day after its last one, not on it', () => {
    expect(ids(mayClose(posting, shown, '2026-03-09'))).toEqual(['R-PUB-02']);
    expect(mayClose(posting, shown, '2026-03-10')).toEqual([]);
  });
  it('R-PUB-02: waits for the answer to every objection', () => {
    expect(ids(mayClose(withObjection, shown, '2026-03-10'))).toEqual(['R-PUB-02']);
    expect(mayClose(withAnswer('rejected'), shown, '2026-03-10')).toEqual([]);
  });
  it('R-PUB-01: is shown by evidence, given at its beginning or its end', () => {
    expect(ids(mayClose(posting, { evidence: [] }, '2026-03-10'))).toEqual(['R-PUB-01']);
    expect(mayClose({ ...posting, evidence: [fileDigest] }, { evidence: [] }, '2026-03-10')).toEqual([]);
  });
});

it('owes its result, and an answer to each objection; nothing once it is closed', () => {
  const place = {
    prefix: 'plan',
    clause: 'CL-31',
    owner: { body: 'yq-drc' },
    commands: { answer: 'answerPlanObjection', close: 'closePlanPosting' },
  };
  const keys = (of: Posting | null) => postingDuties(of, place, facts).map(({ key }) => key);
  expect(keys(posting)).toEqual(['plan/closePosting']);
  expect(keys(withObjection)).toEqual(['plan/closePosting', 'plan/answerObjection/o1']);
  expect(keys(withAnswer('rejected'))).toEqual(['plan/closePosting']);
  expect(keys(closed(posting, { data: { evidence: [] } }))).toEqual([]);
  expect(keys(null)).toEqual([]);
  expect(postingDuties(posting, place, facts)[0]!.limit).toEqual({ on: '2026-03-16' });
});
