import { given } from '../../../test/support/given';
import { baseFacts } from '../../../test/support/facts';
import {
  agreedRow,
  building,
  courseRow,
  coverage,
  enrolledRow,
  inTraining,
  payingOut,
  peopleOf,
  person,
  rowsOf,
  someone,
} from '../../../test/support/projects-segments';
import { unregistered } from '../organization/organization';
import type { Project } from '../project';
import type { CommandData } from '../registry';
import type { CourseRow } from '../rows';
import { decideDistrictCourse, districtCourseCommands, evolveDistrictCourse } from './district-course';
import { trainingDuties } from './duties';

type RecordCourse = CommandData<'recordCourse'>;

const safety = (changes: Partial<RecordCourse> = {}): RecordCourse => ({
  segmentId: 's1',
  course: 'safety',
  skill: null,
  on: '2026-03-02',
  minutes: 480,
  organizer: 'builder-yq',
  content: '安全操作规程、防护用品、应急处置',
  moneySource: null,
  spentFen: 0,
  employerTookPart: true,
  workers: [{ personRef: person(1), passed: true, subsidyFen: 0 }],
  ...changes,
});
const people = peopleOf(someone(person(1)), someone(person(2)));
const hold = (data: RecordCourse, coursesOf: CourseRow[] = [], project: Project = inTraining()) =>
  given(project).when('recordCourse', data, { facts: { people, coursesOf } });

describe('recording a course', () => {
  it('seals one result per person and counts those who passed', () => {
    const workers = [
      { personRef: person(1), passed: true, subsidyFen: 0 },
      { personRef: person(2), passed: false, subsidyFen: 0 },
    ];
    const { events, after } = hold(safety({ workers })).records('CourseRecorded');
    expect(
      rowsOf('course', events[0]).map(({ personRef, passed, projectId }) => [personRef, passed, projectId]),
    ).toEqual([
      [person(1), true, 'p-demo'],
      [person(2), false, 'p-demo'],
    ]);
    expect((after.subject as Project).segments[0]!.training).toMatchObject({ courses: 3, safetyPassed: 4 });
  });

  it('is possible from mobilization to the end of works', () => {
    hold(safety(), [], building()).records('CourseRecorded');
    hold(safety(), [], payingOut()).refuses('P-ORDER');
  });

  it('knows registered persons, each once', () => {
    hold(safety({ workers: [{ personRef: person(9), passed: true, subsidyFen: 0 }] })).refuses('P-UNKNOWN');
    const twice = { personRef: person(1), passed: true, subsidyFen: 0 };
    hold(safety({ workers: [twice, twice] })).refuses('P-ONCE');
  });

  it('R-TRAIN-03: refuses a course without the employer', () => {
    hold(safety({ employerTookPart: false })).refuses('R-TRAIN-03');
  });

  it('R-TRAIN-11: the file tells a day that has come, and the skill where one is taught', () => {
    hold(safety({ on: '2026-03-03' })).refuses('R-TRAIN-11');
    hold(safety({ course: 'skill' })).refuses('R-TRAIN-11');
    hold(safety({ skill: 'masonry' })).refuses('R-TRAIN-11');
    hold(safety({ course: 'skill', skill: 'masonry' })).records('CourseRecorded');
  });

  it('R-TRAIN-01: money has a source, and no more is claimed than was spent', () => {
    const claim = (subsidyFen: number) => ({ workers: [{ personRef: person(1), passed: true, subsidyFen }] });
    hold(safety({ ...claim(100_00), spentFen: 100_00, moneySource: '就业补助资金' })).records('CourseRecorded');
    hold(safety({ ...claim(100_01), spentFen: 100_00, moneySource: '就业补助资金' })).refuses('R-TRAIN-01');
    hold(safety({ ...claim(100_00), spentFen: 100_00 })).refuses('R-TRAIN-01');
  });

  it('R-TRAIN-01: nobody claims a course twice, in this project or another', () => {
    const data = safety({
      spentFen: 100_00,
      moneySource: '就业补助资金',
      workers: [{ personRef: person(1), passed: true, subsidyFen: 100_00 }],
    });
    hold(data, [courseRow(person(1), { projectId: 'p-other', subsidyFen: 50_00 })]).refuses('R-TRAIN-01');
    hold(data, [courseRow(person(1), { subsidyFen: 0 })]).records('CourseRecorded');
    hold(data, [courseRow(person(1), { course: 'skill', skill: 'masonry', subsidyFen: 50_00 })]).records(
      'CourseRecorded',
    );
  });
});

describe('a course of the district', () => {
  const department = { ...unregistered('hr-yq'), exists: true, kind: 'humanResources' as const };
  const { segmentId: _segment, employerTookPart: _tookPart, ...course } = safety({ organizer: 'hr-yq' });
  const decide = (data: typeof course, body = 'hr-yq') =>
    decideDistrictCourse.recordDistrictCourse(
      department,
      {
        id: 'command-1',
        stream: 'organization/hr-yq',
        type: 'recordDistrictCourse',
        data,
        at: '2026-03-02T02:00:00.000Z',
        actor: { person: 'person-hr', body, post: 'post-hr' },
      },
      { ...baseFacts('2026-03-02', 'humanResources'), people, coursesOf: [] },
    );

  it('R-TRAIN-05: is kept by human resources, for people and no project, and claims its subsidies', () => {
    const paid = {
      ...course,
      spentFen: 50_00,
      moneySource: '职业技能提升资金',
      workers: [{ personRef: person(1), passed: true, subsidyFen: 50_00 }],
    };
    const decision = decide(paid);
    if ('refused' in decision) throw new Error(JSON.stringify(decision));
    expect(rowsOf('course', decision.events[0])).toMatchObject([
      { projectId: null, segmentId: null, personRef: person(1), passed: true },
    ]);
    expect(decision.claims).toEqual([
      { kind: 'trainingSubsidy', key: `${person(1)}/safety/-`, holder: 'organization/hr-yq#command-1' },
    ]);
    expect(districtCourseCommands.recordDistrictCourse.who).toEqual(['humanResources']);
  });

  it('is the department’s own, and changes nothing of the department', () => {
    expect('refused' in decide({ ...course, organizer: 'builder-yq' })).toBe(true);
    expect('refused' in decide(course, 'drc-yq')).toBe(true);
    expect(evolveDistrictCourse.DistrictCourseRecorded(department, {} as never)).toBe(department);
  });
});

describe('technical disclosure', () => {
  const disclose = (changes: Partial<CommandData<'recordDisclosure'>> = {}): CommandData<'recordDisclosure'> => ({
    segmentId: 's1',
    postId: 'p2',
    on: '2026-03-02',
    minutes: 30,
    content: '砌筑高度、临边防护、应急处置',
    signedByTechnicalManager: true,
    workers: [{ personRef: person(1), signed: true }],
    ...changes,
  });
  const rosterOf = [enrolledRow(person(1), { postId: 'p2' }), agreedRow(person(1), { postId: 'p2' })];
  const record = (data = disclose(), as: 'technicalManager' | 'township' = 'technicalManager') =>
    given(inTraining()).when('recordDisclosure', data, { as, facts: { people, rosterOf } });

  it('R-DISC-01: is kept for people on the post, with the post’s skill', () => {
    const { events } = record().records('DisclosureRecorded');
    expect(rowsOf('course', events[0])).toMatchObject([{ course: 'disclosure', skill: 'masonry', segmentId: 's1' }]);
    record(disclose({ workers: [{ personRef: person(2), signed: true }] })).refuses('R-DISC-01');
    record(disclose({ postId: 'p1' })).refuses('R-DISC-01');
  });

  it('R-DISC-10: needs both signatures', () => {
    record(disclose({ signedByTechnicalManager: false })).refuses('R-DISC-10');
    record(disclose({ workers: [{ personRef: person(1), signed: false }] })).refuses('R-DISC-10');
  });

  it('is given by the employer, for a post that is known, and not ahead of the day', () => {
    record(disclose(), 'township').refuses('P-WHO');
    record(disclose({ postId: 'p9' })).refusesAtLeast('P-UNKNOWN');
    record(disclose({ on: '2026-03-03' })).refuses('P-TIME');
    const twice = { personRef: person(1), signed: true };
    record(disclose({ workers: [twice, twice] })).refuses('P-ONCE');
  });
});

describe('clearing the first shift', () => {
  const clear = (changes: object = {}) =>
    given(inTraining()).when('clearFirstShift', { segmentId: 's1' }, { facts: { coverage: coverage(changes) } });

  it('sends the segment on to construction', () => {
    const { after } = clear().records('FirstShiftCleared');
    expect((after.subject as Project).segments[0]).toMatchObject({
      stage: 'construction',
      training: { clearedOn: '2026-03-02' },
    });
  });

  it('R-TRAIN-10: everyone, R-TRAIN-04 and R-DISC-01: everyone on a key post', () => {
    clear({ safetyPassed: 2 }).refuses('R-TRAIN-10');
    clear({ skillPassed: 0 }).refuses('R-TRAIN-04');
    clear({ disclosed: 0 }).refuses('R-DISC-01');
    clear({ skillNeeded: 0, skillPassed: 0, disclosed: 0 }).records('FirstShiftCleared');
  });

  it('R-TRAIN-02, R-ROST-12: needs somebody, and training on record', () => {
    clear({ agreed: 0, safetyPassed: 1, skillNeeded: 0 }).refuses('R-TRAIN-02');
    clear({ agreed: 0, safetyPassed: 0, skillNeeded: 0 }).refuses('R-TRAIN-02', 'R-ROST-12');
  });

  it('belongs to the employer, once', () => {
    given(inTraining())
      .when('clearFirstShift', { segmentId: 's1' }, { as: 'owner', facts: { coverage: coverage() } })
      .refuses('P-WHO');
    given(building())
      .when('clearFirstShift', { segmentId: 's1' }, { facts: { coverage: coverage() } })
      .refuses('P-ORDER');
  });
});

describe('duties of training', () => {
  const duties = (project: Project) =>
    trainingDuties(project, baseFacts('2026-03-02', 'owner')).map(({ key, owner }) => [key, owner]);

  it('fall to employer, human resources and technical manager; then the first shift is cleared', () => {
    const untrained = { safetyPassed: 0, skillPassed: 0, disclosures: 0 };
    expect(duties(inTraining(untrained))).toEqual([
      ['training/s1/safety', { body: 'builder-yq' }],
      ['training/s1/skill', { body: 'hr-yq' }],
      ['training/s1/disclosure', { body: 'builder-yq', post: 'technicalManager' }],
    ]);
    expect(duties(inTraining(untrained, { placesTaken: { p1: 3 } }))).toEqual([
      ['training/s1/safety', { body: 'builder-yq' }],
    ]);
    expect(duties(inTraining())).toEqual([['training/s1/clearFirstShift', { body: 'builder-yq' }]]);
    expect(duties(building())).toEqual([]);
  });
});
