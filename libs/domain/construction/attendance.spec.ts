import { given } from '../../../test/support/given';
import {
  agreedRow,
  attendanceRow,
  building,
  courseRow,
  enrolledRow,
  payingOut,
  person,
  projectWith,
  rowsOf,
} from '../../../test/support/projects-segments';
import type { FactValues } from '../facts';
import type { Project } from '../project';
import type { CommandData } from '../registry';
import type { AttendanceRow } from '../rows';
import { payPeriodOf } from './worked-time';

type Entry = CommandData<'recordAttendance'>['workers'][number];
type Correction = CommandData<'correctAttendance'>['workers'][number];

const at = '2026-03-04T02:00:00.000Z';
const day = '2026-03-03';
const worked = (number: number, changes: Partial<Entry> = {}): Entry => ({
  personRef: person(number),
  postId: 'p1',
  cameAt: '08:00',
  leftAt: '17:00',
  minutes: 480,
  outputMilli: 0,
  ...changes,
});
const sheet = (workers: Entry[], on = day): CommandData<'recordAttendance'> => ({
  segmentId: 's1',
  on,
  method: 'position',
  workers,
});

const onRoster = (...numbers: number[]) =>
  numbers.flatMap((number) => [enrolledRow(person(number)), agreedRow(person(number))]);
const facts = (changes: Partial<FactValues> = {}): Partial<FactValues> => ({
  rosterOf: onRoster(1, 2),
  coursesOf: [courseRow(person(1)), courseRow(person(2))],
  attendance: { rows: [], digest: 'sm3:0' },
  daysHeld: {},
  sheetPeriods: [],
  ...changes,
});
const record = (
  data: CommandData<'recordAttendance'>,
  changes: Partial<FactValues> = {},
  project: Project = building(),
) => given(project).when('recordAttendance', data, { at, facts: facts(changes) });

describe('recording attendance', () => {
  it('R-ATT-01: seals a row per person and day, and takes the day for this segment', () => {
    const { events, after } = record(sheet([worked(1), worked(2, { minutes: 245, leftAt: '12:05' })])).records(
      'AttendanceRecorded',
    );
    expect(events[0]!.data).toEqual({ segmentId: 's1', on: day, minutes: 725 });
    expect(
      rowsOf('attendance', events[0]).map(({ personRef, minutes, edition, countsIn }) => [
        personRef,
        minutes,
        edition,
        countsIn,
      ]),
    ).toEqual([
      [person(1), 480, 1, '2026-03'],
      [person(2), 245, 1, '2026-03'],
    ]);
    expect((after.subject as Project).segments[0]!.construction).toMatchObject({
      unsealedDays: [day],
      lastAttendanceOn: day,
    });
  });

  it('R-ATT-01: refuses a second row for the same person and day, in the form or on record', () => {
    record(sheet([worked(1), worked(1)])).refuses('R-ATT-01');
    record(sheet([worked(1)]), { attendance: { rows: [attendanceRow(person(1))], digest: '' } }).refuses('R-ATT-01');
    record(sheet([worked(1)]), {
      attendance: { rows: [attendanceRow(person(1), { segmentId: 's2' })], digest: '' },
    }).records('AttendanceRecorded');
  });

  it('takes today and refuses tomorrow; takes the first day of works and refuses the day before', () => {
    record(sheet([worked(1)], '2026-03-04')).records('AttendanceRecorded');
    record(sheet([worked(1)], '2026-03-05')).refuses('P-TIME');
    record(sheet([worked(1)], '2026-03-02')).records('AttendanceRecorded');
    record(sheet([worked(1)], '2026-03-01')).refuses('P-ORDER');
    record(sheet([worked(1)]), {}, building({ startedOn: null })).refuses('P-ORDER');
    record(sheet([worked(1)]), {}, payingOut()).refuses('P-ORDER');
  });

  it('R-ATT-16: refuses a day already sealed', () => {
    const sealed = building({ sealed: [{ on: day, persons: 1, minutes: 480, digest: 'sm3:0' }], sealedDays: 1 });
    record(sheet([worked(1)]), {}, sealed).refuses('R-ATT-16');
  });

  it('R-ATT-10: the times hold the minutes exactly or more', () => {
    record(sheet([worked(1, { cameAt: '09:00', leftAt: '17:00' })])).records('AttendanceRecorded');
    record(sheet([worked(1, { cameAt: '09:01', leftAt: '17:00' })])).refuses('R-ATT-10');
  });

  it('R-ROST-10: nobody without a place on the roster and an agreement', () => {
    record(sheet([worked(1)]), { rosterOf: [] }).refuses('R-ROST-10');
    record(sheet([worked(1)]), { rosterOf: [enrolledRow(person(1))] }).refuses('R-ROST-10');
  });

  it('R-QUAL-03: nobody on another post than the roster’s', () => {
    record(sheet([worked(1, { postId: 'p2' })])).refusesAtLeast('R-QUAL-03');
    record(sheet([worked(1, { postId: 'p9' })])).refuses('P-UNKNOWN');
  });

  it('R-TRAIN-10, R-TRAIN-02, R-TRAIN-12: nobody without safety training of this site, before the day', () => {
    record(sheet([worked(1)]), { coursesOf: [] }).refuses('R-TRAIN-10');
    record(sheet([worked(1)]), { coursesOf: [courseRow(person(1), { on: '2026-03-04' })] }).refuses('R-TRAIN-02');
    record(sheet([worked(1)]), { coursesOf: [courseRow(person(1), { projectId: 'p-other' })] }).refuses('R-TRAIN-12');
  });

  it('R-TRAIN-04, R-DISC-01: nobody on a key post without its course and disclosure', () => {
    const rosterOf = [enrolledRow(person(1), { postId: 'p2' }), agreedRow(person(1), { postId: 'p2' })];
    const skill = courseRow(person(1), { course: 'skill', skill: 'masonry' });
    const told = courseRow(person(1), { course: 'disclosure', skill: 'masonry' });
    const mason = sheet([worked(1, { postId: 'p2' })]);
    record(mason, { rosterOf, coursesOf: [courseRow(person(1)), skill, told] }).records('AttendanceRecorded');
    record(mason, { rosterOf, coursesOf: [courseRow(person(1)), told] }).refuses('R-TRAIN-04');
    record(mason, { rosterOf, coursesOf: [courseRow(person(1)), skill] }).refuses('R-DISC-01');
  });

  it('R-TRAIN-18: nobody on special operations after the certificate ran out', () => {
    const rosterOf = (certifiedUntil: string) => [
      agreedRow(person(1), { postId: 'p3', skillProof: 'certified', certifiedUntil }),
    ];
    record(sheet([worked(1, { postId: 'p3' })]), { rosterOf: rosterOf(day) }).records('AttendanceRecorded');
    record(sheet([worked(1, { postId: 'p3' })]), { rosterOf: rosterOf('2026-03-02') }).refuses('R-TRAIN-18');
  });

  it('R-ATT-15: one place a day', () => {
    record(sheet([worked(1)]), { daysHeld: { [person(1)]: 'project/p-other/s1' } }).refuses('R-ATT-15');
    record(sheet([worked(1)]), { daysHeld: { [person(2)]: 'project/p-other/s1' } }).records('AttendanceRecorded');
  });

  it('R-ATT-11: more than eight hours need a reason', () => {
    record(sheet([worked(1, { minutes: 480 })])).records('AttendanceRecorded');
    const long = sheet([worked(1, { minutes: 481 })]);
    record(long).refuses('R-ATT-11');
    given(building())
      .when('recordAttendance', long, { at, facts: facts(), reasons: { 'R-ATT-11': '混凝土浇筑不能中断' } })
      .records('WarningAccepted', 'AttendanceRecorded');
  });

  it('R-ATT-12: so do more than eleven hours with overtime', () => {
    const hours = (minutes: number) => sheet([worked(1, { cameAt: '06:00', leftAt: '20:00', minutes })]);
    record(hours(660)).refuses('R-ATT-11');
    record(hours(661)).refuses('R-ATT-11', 'R-ATT-12');
  });

  it('is the employer’s to keep', () => {
    given(building())
      .when('recordAttendance', sheet([worked(1)]), { as: 'township', at, facts: facts() })
      .refuses('P-WHO');
  });
});

describe('correcting attendance', () => {
  const sealedDay = (persons = 1, minutes = 480) => ({
    sealed: [{ on: day, persons, minutes, digest: 'sm3:0' }],
    sealedDays: 1,
    sealedMinutes: minutes,
  });
  const fix = (
    workers: Correction[],
    changes: Partial<CommandData<'correctAttendance'>> = {},
  ): CommandData<'correctAttendance'> => ({
    segmentId: 's1',
    on: day,
    method: 'paper',
    reason: '漏记下午工时',
    settlesDispute: false,
    workers,
    ...changes,
  });
  const struck: Correction = { ...worked(1), cameAt: null, leftAt: null, minutes: 0 };
  const correct = (
    data: CommandData<'correctAttendance'>,
    rows: AttendanceRow[] = [attendanceRow(person(1), { minutes: 240 })],
    changes: Partial<FactValues> = {},
    project: Project = building(sealedDay(1, 240)),
  ) =>
    given(project).when('correctAttendance', data, {
      at,
      facts: facts({ attendance: { rows, digest: 'sm3:0' }, ...changes }),
    });

  it('R-ATT-10: is a later edition with a reason; the sealed sums move, the digest stays', () => {
    const { events, after } = correct(fix([worked(1)])).records('AttendanceCorrected');
    expect(rowsOf('attendance', events[0])).toMatchObject([{ edition: 2, minutes: 480, countsIn: '2026-03' }]);
    expect(events[0]!.data).toMatchObject({ reason: '漏记下午工时', minutesGained: 240, personsGained: 0 });
    expect((after.subject as Project).segments[0]!.construction).toMatchObject({
      sealed: [{ on: day, persons: 1, minutes: 480, digest: 'sm3:0' }],
      sealedMinutes: 480,
    });
  });

  it('strikes a day out, and leaves an open day’s sums to its seal', () => {
    const { events, after } = correct(fix([struck]), undefined, {}, building({ unsealedDays: [day] })).records(
      'AttendanceCorrected',
    );
    expect(events[0]!.data).toMatchObject({ minutesGained: -240, personsGained: -1 });
    expect((after.subject as Project).segments[0]!.construction).toMatchObject({
      sealedMinutes: 0,
      unsealedDays: [day],
    });
  });

  it('R-ATT-10: a day struck out has no times', () => {
    correct(fix([{ ...struck, cameAt: '08:00', leftAt: '17:00' }])).refuses('R-ATT-10');
    correct(fix([{ ...worked(1), cameAt: null }])).refuses('R-ATT-10');
  });

  it('R-ATT-16: before the seal there must be a row; after it somebody forgotten may be added', () => {
    correct(fix([worked(2)]), [], {}, building({ unsealedDays: [day] })).refuses('R-ATT-16');
    correct(fix([worked(2)]), []).records('AttendanceCorrected');
    correct(fix([{ ...struck, personRef: person(2) }]), []).refuses('R-ATT-16');
  });

  it('R-ATT-16: once the month’s sheet exists the difference counts in the next month without one', () => {
    const countsIn = (sheetPeriods: string[], settlesDispute = false) => {
      const { events } = correct(fix([worked(1)], { settlesDispute }), undefined, { sheetPeriods }).records(
        'AttendanceCorrected',
      );
      return (events[0]!.data as { countsIn: string }).countsIn;
    };
    expect(countsIn([])).toBe('2026-03');
    expect(countsIn(['2026-02'])).toBe('2026-03');
    expect(countsIn(['2026-03'])).toBe('2026-04');
    expect(countsIn(['2026-03'], true)).toBe('2026-03');
    expect(payPeriodOf('2026-12-31', ['2026-12', '2027-01'])).toBe('2027-02');
  });

  it('R-ATT-15, R-TRAIN-10: holds to the same gates as a first entry', () => {
    correct(fix([worked(1)]), undefined, { daysHeld: { [person(1)]: 'project/p-other/s1' } }).refuses('R-ATT-15');
    correct(fix([worked(1)]), undefined, { daysHeld: { [person(1)]: 'project/p-demo/s1' } }).records(
      'AttendanceCorrected',
    );
    correct(fix([worked(1)]), undefined, { coursesOf: [] }).refuses('R-TRAIN-10');
    correct(fix([struck]), undefined, { coursesOf: [] }).records('AttendanceCorrected');
  });

  it('R-ATT-01: corrects each person once', () => {
    correct(fix([worked(1), worked(1)])).refuses('R-ATT-01');
  });

  it('is still possible while pay is settled, not after', () => {
    correct(fix([worked(1)]), undefined, {}, payingOut()).records('AttendanceCorrected');
    correct(fix([worked(1)]), undefined, {}, projectWith({ stage: 'done' })).refuses('P-ORDER');
  });
});

describe('sealing a day', () => {
  const rows = [
    attendanceRow(person(1)),
    attendanceRow(person(2), { minutes: 0, edition: 2 }),
    attendanceRow(person(1), { on: '2026-03-02' }),
  ];
  const seal = (project: Project, on = day) =>
    given(project).when('sealDay', { segmentId: 's1', on }, { at, facts: { attendance: { rows, digest: 'sm3:abc' } } });

  it('R-ATT-16: keeps count, sum and digest of the rows that stand', () => {
    const { events, after } = seal(building({ unsealedDays: ['2026-03-02', day] })).records('AttendanceSealed');
    expect(events[0]!.data).toEqual({ segmentId: 's1', on: day, persons: 1, minutes: 480, digest: 'sm3:abc' });
    expect((after.subject as Project).segments[0]!.construction).toMatchObject({
      unsealedDays: ['2026-03-02'],
      sealedDays: 1,
      sealedMinutes: 480,
    });
  });

  it('takes a day with attendance, once, from who read the latest', () => {
    seal(building({ unsealedDays: ['2026-03-02'] })).refuses('P-UNKNOWN');
    seal(building({ sealed: [{ on: day, persons: 1, minutes: 480, digest: '' }] })).refuses('P-ONCE');
    given(building({ unsealedDays: [day] }))
      .when(
        'sealDay',
        { segmentId: 's1', on: day },
        { at, readRevision: -1, facts: { attendance: { rows, digest: '' } } },
      )
      .refuses('P-STALE');
  });
});
