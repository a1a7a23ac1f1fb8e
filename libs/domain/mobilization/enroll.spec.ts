import { given } from '../../../test/support/given';
import {
  agreedRow,
  building,
  courseRow,
  enrolledRow,
  mobilizing,
  payingOut,
  peopleOf,
  person,
  rowsOf,
  someone,
} from '../../../test/support/projects-segments';
import type { PersonFact } from '../facts';
import type { CommandData } from '../registry';
import type { CourseRow, RosterRow } from '../rows';
import type { Project } from '../project';

type Worker = CommandData<'enrollWorkers'>['workers'][number];

const worker = (number: number, changes: Partial<Worker> = {}): Worker => ({
  personRef: person(number),
  postId: 'p1',
  engagement: 'laborAgreement',
  skillProof: null,
  certifiedUntil: null,
  ...changes,
});
const form = (
  workers: Worker[],
  changes: Partial<CommandData<'enrollWorkers'>> = {},
): CommandData<'enrollWorkers'> => ({
  segmentId: 's1',
  on: '2026-03-02',
  through: 'self',
  applicants: workers.length,
  priorityApplicants: 0,
  workers,
  ...changes,
});

interface Known {
  people?: PersonFact[];
  rosterOf?: RosterRow[];
  coursesOf?: CourseRow[];
  reasons?: Record<string, string>;
  project?: Project;
}
const enroll = (
  data: CommandData<'enrollWorkers'>,
  {
    people = [someone(person(1)), someone(person(2))],
    rosterOf = [],
    coursesOf = [],
    reasons = {},
    project = mobilizing(),
  }: Known = {},
) =>
  given(project).when('enrollWorkers', data, { facts: { people: peopleOf(...people), rosterOf, coursesOf }, reasons });

/** Somebody of this age on 2 March 2026. */
const aged = (birthOn: string, sex: 'male' | 'female' = 'male') => [someone(person(1), { birthOn, sex })];

describe('enrolling workers', () => {
  it('seals one row each and counts the places', () => {
    const { events, after } = enroll(form([worker(1), worker(2)])).records('WorkersEnrolled');
    expect(rowsOf('roster', events[0]).map(({ personRef, act, on }) => [personRef, act, on])).toEqual([
      [person(1), 'enrolled', '2026-03-02'],
      [person(2), 'enrolled', '2026-03-02'],
    ]);
    expect((after.subject as Project).segments[0]!.mobilization).toMatchObject({
      enrolled: 5,
      placesTaken: { p1: 4, p2: 1 },
    });
  });

  it('keeps persons out of the event itself', () => {
    const { events } = enroll(form([worker(1)])).records('WorkersEnrolled');
    expect(JSON.stringify(events[0]!.data)).not.toContain(person(1));
  });

  it('goes on while works run, and ends with them', () => {
    enroll(form([worker(1)]), { project: building() }).records('WorkersEnrolled');
    enroll(form([worker(1)]), { project: payingOut() }).refuses('P-ORDER');
  });

  it('knows registered persons only, and none whose data were erased', () => {
    enroll(form([worker(3)])).refuses('P-UNKNOWN');
    enroll(form([worker(1)]), { people: [someone(person(1), { erased: true })] }).refuses('P-UNKNOWN');
  });

  it('takes nobody twice: in one form, or while on the roster; somebody who left may come back', () => {
    enroll(form([worker(1), worker(1)])).refuses('P-ONCE');
    enroll(form([worker(1)]), { rosterOf: [enrolledRow(person(1)), agreedRow(person(1))] }).refuses('P-ONCE');
    const left = enrolledRow(person(1), { act: 'left', on: '2026-02-20' });
    enroll(form([worker(1)]), { rosterOf: [enrolledRow(person(1)), left] }).records('WorkersEnrolled');
  });

  it('R-JOB-01: takes as many as the post publishes and not one more', () => {
    const full = mobilizing({ placesTaken: { p1: 4 } });
    enroll(form([worker(1)]), { project: full }).records('WorkersEnrolled');
    enroll(form([worker(1), worker(2)]), { project: full }).refuses('R-JOB-01');
  });

  it('R-JOB-01: refuses a post that was never made known, or is over', () => {
    enroll(form([worker(1, { postId: 'p9' })])).refuses('R-JOB-01');
    enroll(form([worker(1)], { on: '2026-11-30' })).records('WorkersEnrolled');
    enroll(form([worker(1)], { on: '2026-12-01' })).refuses('R-JOB-01');
  });

  it('R-AGE-08: refuses a birth date from which no age can be counted', () => {
    enroll(form([worker(1)]), { people: aged('2026-03-03') }).refuses('R-AGE-08');
  });

  it('R-AGE-01: never under sixteen, whatever the reason', () => {
    enroll(form([worker(1)]), { people: aged('2010-03-03'), reasons: { 'R-AGE-01': '本人自愿' } }).refuses('R-AGE-01');
    enroll(form([worker(1)]), { people: aged('2010-03-02') }).refuses('R-AGE-02');
  });

  it('R-AGE-02: closed to minors until the day they turn eighteen, but for light service posts', () => {
    enroll(form([worker(1)]), { people: aged('2008-03-03') }).refuses('R-AGE-02');
    enroll(form([worker(1)]), { people: aged('2008-03-02') }).records('WorkersEnrolled');
    const [segment] = mobilizing().segments;
    const service: Project = { ...mobilizing(), segments: [{ ...segment!, kind: 'siteService' }] };
    enroll(form([worker(1)]), { people: aged('2008-03-03'), project: service }).records('WorkersEnrolled');
    enroll(form([worker(1, { postId: 'p2', skillProof: 'tested' })]), {
      people: aged('2008-03-03'),
      project: service,
    }).refuses('R-AGE-02');
  });

  it('R-AGE-03: holds standard and hazard posts to the limits of the district, by sex', () => {
    const mason = form([worker(1, { postId: 'p2', skillProof: 'tested' })]);
    const reasons = { 'R-AGE-04': '身体状况良好，已体检' };
    enroll(mason, { people: aged('1965-03-03'), reasons }).records('WarningAccepted', 'WorkersEnrolled');
    enroll(mason, { people: aged('1965-03-02'), reasons }).refuses('R-AGE-03');
    const rigger = form([worker(1, { postId: 'p3', skillProof: 'certified', certifiedUntil: '2027-01-01' })]);
    enroll(rigger, { people: aged('1980-03-03', 'female') }).records('WorkersEnrolled');
    enroll(rigger, { people: aged('1980-03-02', 'female') }).refuses('R-AGE-03');
  });

  it('R-AGE-04: light posts are open to older workers, others need a reason from sixty (women: fifty-five) on', () => {
    const mason = form([worker(1, { postId: 'p2', skillProof: 'tested' })]);
    enroll(form([worker(1)]), { people: aged('1950-01-01') }).records('WorkersEnrolled');
    enroll(mason, { people: aged('1966-03-03') }).records('WorkersEnrolled');
    enroll(mason, { people: aged('1966-03-02') }).refuses('R-AGE-04');
    enroll(mason, { people: aged('1971-03-03', 'female') }).records('WorkersEnrolled');
    enroll(mason, { people: aged('1971-03-02', 'female') }).refuses('R-AGE-04');
  });

  it('R-ELIG-01: others than local rural people may work with a reason', () => {
    const people = [someone(person(1), { localRural: false })];
    enroll(form([worker(1)]), { people }).refuses('R-ELIG-01');
    enroll(form([worker(1)]), { people, reasons: { 'R-ELIG-01': '本地无此工种' } }).records(
      'WarningAccepted',
      'WorkersEnrolled',
    );
  });

  it('R-ELIG-03: with more applicants than places, priority people come first or it is said why not', () => {
    const many = form([worker(1), worker(2)], { applicants: 3, priorityApplicants: 2 });
    const first = someone(person(1), { priority: 'disasterRelief' });
    enroll(many, { people: [first, someone(person(2))] }).refuses('R-ELIG-03');
    enroll(many, { people: [first, someone(person(2), { priority: 'limitedEarning' })] }).records('WorkersEnrolled');
    enroll({ ...many, applicants: 2 }, { people: [first, someone(person(2))] }).records('WorkersEnrolled');
    enroll(many, { people: [first, someone(person(2))], reasons: { 'R-ELIG-03': '另一人已外出' } }).records(
      'WarningAccepted',
      'WorkersEnrolled',
    );
  });

  it('R-QUAL-03: a post that needs a skill takes somebody who shows it, or passed its course', () => {
    enroll(form([worker(1, { postId: 'p2' })])).refuses('R-QUAL-03');
    enroll(form([worker(1, { postId: 'p2', skillProof: 'selfDeclared' })])).records('WorkersEnrolled');
    const passed = courseRow(person(1), { course: 'skill', skill: 'masonry' });
    enroll(form([worker(1, { postId: 'p2' })]), { coursesOf: [passed] }).records('WorkersEnrolled');
    enroll(form([worker(1, { postId: 'p2' })]), { coursesOf: [{ ...passed, skill: 'planting' }] }).refuses('R-QUAL-03');
    enroll(form([worker(1, { postId: 'p2' })]), { coursesOf: [{ ...passed, passed: false }] }).refuses('R-QUAL-03');
  });

  it('R-TRAIN-18: special operations need a certificate valid on the day', () => {
    const rigger = (changes: Partial<Worker>) => enroll(form([worker(1, { postId: 'p3', ...changes })]));
    rigger({ skillProof: 'tested' }).refuses('R-TRAIN-18');
    rigger({ skillProof: 'certified', certifiedUntil: '2026-03-01' }).refuses('R-TRAIN-18');
    rigger({ skillProof: 'certified', certifiedUntil: '2026-03-02' }).records('WorkersEnrolled');
  });
});
