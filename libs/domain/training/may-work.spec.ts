import {
  agreedRow,
  courseRow,
  enrolledRow,
  laborer,
  mason,
  person,
  rigger,
} from '../../../test/support/projects-segments';
import type { JobPost } from '../mobilization/state';
import type { CourseRow, RosterRow } from '../rows';
import { mayWork } from './may-work';

const one = person(1);
const day = '2026-03-03';
const judged = (post: JobPost, roster: RosterRow[], courses: CourseRow[], on = day) =>
  mayWork({ personRef: one, projectId: 'p-demo', segmentId: 's1', roster, courses }, post, on).map(({ rule }) => rule);

const agreed = (post: JobPost, changes: Partial<RosterRow> = {}) => [
  enrolledRow(one, { postId: post.id, ...changes }),
  agreedRow(one, { postId: post.id, ...changes, on: '2026-02-16' }),
];
const safe = courseRow(one);
const skilled = courseRow(one, { course: 'skill', skill: 'masonry' });
const told = courseRow(one, { course: 'disclosure', skill: 'masonry' });

describe('who may work on a post', () => {
  it('somebody on the roster, agreed with and trained in safety, on a plain post', () => {
    expect(judged(laborer, agreed(laborer), [safe])).toEqual([]);
  });

  it('R-ROST-10: nobody off the roster, without agreement, before either, or after leaving', () => {
    expect(judged(laborer, [], [safe])).toEqual(['R-ROST-10']);
    expect(judged(laborer, [enrolledRow(one)], [safe])).toEqual(['R-ROST-10']);
    expect(judged(laborer, agreed(laborer), [safe], '2026-02-20')).toEqual([]);
    expect(judged(laborer, agreed(laborer), [courseRow(one, { on: '2026-02-01' })], '2026-02-15')).toEqual([
      'R-ROST-10',
    ]);
    const left = agreedRow(one, { act: 'left', on: day });
    expect(judged(laborer, [...agreed(laborer), left], [safe])).toEqual(['R-ROST-10']);
    expect(judged(laborer, [...agreed(laborer), { ...left, on: '2026-03-04' }], [safe])).toEqual([]);
  });

  it('R-QUAL-03: only on the post of the roster', () => {
    expect(judged({ ...laborer, id: 'p4' }, agreed(laborer), [safe])).toEqual(['R-QUAL-03']);
  });

  it('R-TRAIN-10: nobody without safety training passed', () => {
    expect(judged(laborer, agreed(laborer), [])).toEqual(['R-TRAIN-10']);
    expect(judged(laborer, agreed(laborer), [{ ...safe, passed: false }])).toEqual(['R-TRAIN-10']);
    expect(judged(laborer, agreed(laborer), [courseRow(person(2))])).toEqual(['R-TRAIN-10']);
  });

  it('R-TRAIN-02: trained on the day is in time, a day later is not', () => {
    expect(judged(laborer, agreed(laborer), [{ ...safe, on: day }])).toEqual([]);
    expect(judged(laborer, agreed(laborer), [{ ...safe, on: '2026-03-04' }])).toEqual(['R-TRAIN-02']);
  });

  it('R-TRAIN-12: training of another site does not carry over, the district’s does', () => {
    expect(judged(laborer, agreed(laborer), [{ ...safe, projectId: 'p-other' }])).toEqual(['R-TRAIN-12']);
    expect(judged(laborer, agreed(laborer), [{ ...safe, projectId: null, segmentId: null }])).toEqual([]);
  });

  it('R-TRAIN-04: key posts need the skill course of the post', () => {
    expect(judged(mason, agreed(mason), [safe, skilled, told])).toEqual([]);
    expect(judged(mason, agreed(mason), [safe, told])).toEqual(['R-TRAIN-04']);
    expect(judged(mason, agreed(mason), [safe, told, { ...skilled, skill: 'planting' }])).toEqual(['R-TRAIN-04']);
    expect(judged({ ...mason, skill: null }, agreed(mason), [safe, { ...told, skill: null }, skilled])).toEqual([]);
    expect(judged({ ...mason, key: false }, agreed(mason), [safe])).toEqual([]);
  });

  it('R-DISC-01: key posts need the disclosure of this very segment', () => {
    expect(judged(mason, agreed(mason), [safe, skilled])).toEqual(['R-DISC-01']);
    expect(judged(mason, agreed(mason), [safe, skilled, { ...told, segmentId: 's2' }])).toEqual(['R-DISC-01']);
    expect(judged(mason, agreed(mason), [safe, skilled, { ...told, projectId: 'p-other' }])).toEqual(['R-DISC-01']);
  });

  it('R-TRAIN-18: special operations only while the certificate is valid', () => {
    const certified = (until: string | null) => agreed(rigger, { skillProof: 'certified', certifiedUntil: until });
    expect(judged(rigger, certified(day), [safe])).toEqual([]);
    expect(judged(rigger, certified('2026-03-02'), [safe])).toEqual(['R-TRAIN-18']);
    expect(judged(rigger, certified(null), [safe])).toEqual(['R-TRAIN-18']);
  });
});
