import { baseFacts } from '../../../test/support/facts';
import { given } from '../../../test/support/given';
import { building, projectWith, ready, selfBuilt, trained } from '../../../test/support/projects-segments';
import { notStarted, type Construction } from './state';
import type { Project } from '../project';
import type { CommandData } from '../registry';
import { constructionDuties } from './duties';

const cleared = (changes: Partial<Project> = {}): Project => ({ ...building({ startedOn: null }), ...changes });
const segmentOf = (subject: unknown) => (subject as Project).segments[0]!;

describe('starting works', () => {
  const start = (changes: Partial<CommandData<'startWorks'>> = {}): CommandData<'startWorks'> => ({
    segmentId: 's1',
    on: '2026-03-02',
    rightsBoard: { unitsAndOfficer: true, minimumWageAndPayDay: true, complaintRoutes: true },
    prefinancedFen: 0,
    ...changes,
  });
  const approval = cleared().approval;

  it('records the first day', () => {
    const { after } = given(cleared()).when('startWorks', start()).records('WorksStarted');
    expect(segmentOf(after.subject).construction.startedOn).toBe('2026-03-02');
  });

  it('R-QUAL-01: not before approval is complete, unless the mode was adopted in mid-life', () => {
    const open = cleared({ approval: { ...approval, completedOn: null } });
    given(open).when('startWorks', start()).refuses('R-QUAL-01');
    const adoption = { on: '2026-02-01', documentNumber: '补充文件1号', stage: 'mobilization' as const };
    given({ ...open, planning: { ...open.planning!, adoption } })
      .when('startWorks', start())
      .records('WorksStarted');
  });

  it('R-INV-13: not without an allocation for each line of government money', () => {
    given(cleared({ approval: { ...approval, allocations: [] } }))
      .when('startWorks', start())
      .refuses('R-INV-13');
    given(
      cleared({
        approval: { ...approval, allocations: approval.allocations.map((one) => ({ ...one, voided: true })) },
      }),
    )
      .when('startWorks', start())
      .refuses('R-INV-13');
  });

  it('R-INV-13: an emergency decision lets works start before the money, never before insurance', () => {
    const decision = {
      kind: 'emergencyDecision' as const,
      organ: 'gov-yq',
      number: '应急1号',
      on: '2026-02-01',
      digest: '',
      requirement: '以工代赈',
      voided: false,
      filedBy: 'gov-yq',
      totalFen: null,
      makeUpBy: '2026-05-01',
    };
    const emergency = {
      ...approval,
      ground: 'emergency' as const,
      documents: [decision],
      allocations: [],
    };
    given(cleared({ approval: emergency }))
      .when('startWorks', start())
      .records('WorksStarted');
    given({
      ...cleared({ approval: emergency }),
      segments: building({ startedOn: null }, { mobilization: { ...ready, insuredFrom: null } }).segments,
    })
      .when('startWorks', start())
      .refuses('R-INS-01');
  });

  it('R-INV-21: larger works of the full procedure need a permit, upkeep does not', () => {
    const large: Partial<Project> = {
      planning: { ...cleared().planning!, scopeClass: 'alreadyDecided' },
      approval: { ...approval, award: { ...approval.award!, contractFen: 50_000_000_00 } },
    };
    given(cleared(large)).when('startWorks', start()).refuses('R-INV-21');
    const upkeep = building({ startedOn: null }, { kind: 'upkeep' });
    given({ ...upkeep, ...large, parties: { ...upkeep.parties!, collective: 'builder-yq' } })
      .when('startWorks', start())
      .records('WorksStarted');
  });

  it('R-SUPV-01: not before duties are written down', () => {
    given(cleared({ approval: { ...approval, dutyMatrix: null } }))
      .when('startWorks', start())
      .refuses('R-SUPV-01');
  });

  it('R-INS-01: insured on the first day, not a day later', () => {
    const insured = (insuredFrom: string) => building({ startedOn: null }, { mobilization: { ...ready, insuredFrom } });
    given(insured('2026-03-02')).when('startWorks', start()).records('WorksStarted');
    given(insured('2026-03-03')).when('startWorks', start()).refuses('R-INS-01');
  });

  it('R-TRAIN-02: not before the first shift was cleared', () => {
    const clearedFrom = (clearedOn: string) => building({ startedOn: null }, { training: { ...trained, clearedOn } });
    given(clearedFrom('2026-03-02')).when('startWorks', start()).records('WorksStarted');
    given(clearedFrom('2026-03-02'))
      .when('startWorks', start({ on: '2026-03-01' }))
      .refuses('R-TRAIN-02');
  });

  it('R-PAY-27: the rights board shows all three groups', () => {
    const board = { unitsAndOfficer: true, minimumWageAndPayDay: true, complaintRoutes: true };
    for (const missing of Object.keys(board)) {
      given(cleared())
        .when('startWorks', start({ rightsBoard: { ...board, [missing]: false } }))
        .refuses('R-PAY-27');
    }
  });

  it('R-INV-14: not a fen laid out by the contractor', () => {
    given(cleared())
      .when('startWorks', start({ prefinancedFen: 1 }))
      .refuses('R-INV-14');
  });

  it('happens once, by the employer, not ahead of the day, and after training', () => {
    given(building()).when('startWorks', start()).refuses('P-ONCE');
    given(cleared()).when('startWorks', start(), { as: 'owner' }).refuses('P-WHO');
    given(cleared())
      .when('startWorks', start({ on: '2026-03-03' }))
      .refuses('P-TIME');
    given(projectWith({ stage: 'training' }))
      .when('startWorks', start())
      .refuses('P-ORDER');
    given(selfBuilt({ stage: 'construction', mobilization: ready, training: trained }))
      .when('startWorks', start(), { as: 'collective' })
      .records('WorksStarted');
  });
});

describe('progress', () => {
  const report = (
    progressBp: number,
    plannedBp: number,
    delayCause: CommandData<'reportProgress'>['delayCause'] = null,
  ) => ({
    segmentId: 's1',
    progressBp,
    plannedBp,
    delayCause,
  });

  it('R-QUAL-04: behind plan it carries a cause, or a reason', () => {
    given(building()).when('reportProgress', report(5000, 5000)).records('ProgressReported');
    given(building()).when('reportProgress', report(4999, 5000)).refuses('R-QUAL-04');
    given(building())
      .when('reportProgress', report(4999, 5000, 'weather'))
      .records('ProgressReported');
    given(building())
      .when('reportProgress', report(4999, 5000), { reasons: { 'R-QUAL-04': '计划调整中' } })
      .records('WarningAccepted', 'ProgressReported');
  });

  it('does not run backwards, and needs a start', () => {
    given(building({ progressBp: 5000 }))
      .when('reportProgress', report(4999, 0))
      .refuses('P-ORDER');
    given(building({ progressBp: 5000 }))
      .when('reportProgress', report(5000, 0))
      .records('ProgressReported');
    given(cleared()).when('reportProgress', report(1, 0)).refuses('P-ORDER');
  });
});

describe('inspection and defects', () => {
  const inspect = {
    segmentId: 's1',
    on: '2026-03-02',
    topic: 'quality' as const,
    standard: '砌体工程验收标准',
    conclusion: '有一处问题',
    defects: [{ place: '1号坝段', description: '砂浆不饱满' }],
  };

  it('R-QUAL-02: gives each defect an id and keeps it open until it is closed', () => {
    const { after } = given(building({ defects: [{ id: 'd1', closed: true }] }))
      .when('recordInspection', inspect)
      .records('InspectionRecorded');
    expect(segmentOf(after.subject).construction).toMatchObject({
      inspections: 1,
      defects: [
        { id: 'd1', closed: true },
        { id: 'd2', closed: false },
      ],
    });
    const closed = given(after)
      .when('closeDefect', { segmentId: 's1', defectId: 'd2', on: '2026-03-02', remedy: '已返工' })
      .records('DefectClosed');
    expect(segmentOf(closed.after.subject).construction.defects.every((defect) => defect.closed)).toBe(true);
  });

  it('closes what is open, and only that', () => {
    const close = { segmentId: 's1', defectId: 'd1', on: '2026-03-02', remedy: '已返工' };
    given(building()).when('closeDefect', close).refuses('P-UNKNOWN');
    given(building({ defects: [{ id: 'd1', closed: true }] }))
      .when('closeDefect', close)
      .refuses('P-ONCE');
    given(building({ defects: [{ id: 'd1', closed: false }] }))
      .when('closeDefect', { ...close, on: '2026-03-03' })
      .refuses('P-TIME');
  });

  it('is done by others than the employer', () => {
    const own = { ...building(), parties: { ...building().parties!, owner: 'builder-yq' } };
    given(own).when('recordInspection', inspect, { as: 'owner' }).refuses('R-OA-16');
    given(own).when('recordInspection', inspect, { as: 'township' }).records('InspectionRecorded');
    given(building())
      .when('recordInspection', { ...inspect, on: '2026-03-03' })
      .refuses('P-TIME');
  });
});

describe('reporting completion', () => {
  const finished: Partial<Construction> = { progressBp: 10_000, lastAttendanceOn: '2026-03-02', sealedDays: 1 };
  const complete = (changes: Partial<Construction> = {}, on = '2026-03-02') =>
    given(building({ ...finished, ...changes })).when('reportCompletion', { segmentId: 's1', on });

  it('sends the segment on to wages', () => {
    const { after } = complete().records('CompletionReported');
    expect(segmentOf(after.subject)).toMatchObject({ stage: 'wages', construction: { completedOn: '2026-03-02' } });
  });

  it('R-QUAL-01: at 100 %, not a hundredth less', () => {
    complete({ progressBp: 9999 }).refuses('R-QUAL-01');
  });

  it('R-QUAL-02: with every defect closed', () => {
    complete({ defects: [{ id: 'd1', closed: false }] }).refuses('R-QUAL-02');
    complete({ defects: [{ id: 'd1', closed: true }] }).records('CompletionReported');
  });

  it('R-ATT-01, R-ATT-16: with attendance, and all of it sealed', () => {
    complete({ lastAttendanceOn: null }).refuses('R-ATT-01');
    complete({ unsealedDays: ['2026-03-02'] }).refuses('R-ATT-16');
  });

  it('not before the last day worked, and not ahead', () => {
    complete({}, '2026-03-01').refuses('P-ORDER');
    complete({}, '2026-03-03').refuses('P-TIME');
  });
});

describe('duties of construction', () => {
  const duties = (project: Project) => constructionDuties(project, baseFacts('2026-03-02', 'owner'));
  const commands = (changes: Partial<Construction>) => duties(building(changes)).map(({ command }) => command);

  it('begin with the start and end with completion', () => {
    expect(commands(notStarted)).toEqual(['startWorks']);
    expect(commands({})).toEqual(['recordAttendance', 'reportProgress']);
    expect(commands({ progressBp: 10_000 })).toEqual(['reportCompletion']);
    expect(duties(projectWith({ stage: 'training' }))).toEqual([]);
  });

  it('R-ATT-16: the oldest open day is the labor-pay officer’s to seal, by the next working day', () => {
    expect(
      duties(building({ unsealedDays: ['2026-03-02', '2026-03-03'] })).filter(({ command }) => command === 'sealDay'),
    ).toEqual([
      {
        key: 'construction/s1/sealDays/2026-03-02',
        kind: 'act',
        clause: 'CL-32',
        rule: 'R-ATT-16',
        owner: { body: 'builder-yq', post: 'laborPayOfficer' },
        command: 'sealDay',
        segmentId: 's1',
        limit: { workingDays: 1 },
      },
    ]);
    expect(commands({ progressBp: 10_000, unsealedDays: ['2026-03-02'] })).toEqual(['sealDay']);
  });

  it('R-QUAL-02: an open defect is the supervisor’s, one duty each', () => {
    const open = duties(
      building({
        progressBp: 10_000,
        defects: [
          { id: 'd1', closed: false },
          { id: 'd2', closed: true },
        ],
      }),
    );
    expect(open.map(({ key, owner }) => [key, owner])).toEqual([
      ['construction/s1/closeDefect/d1', { body: 'owner-yq' }],
    ]);
  });
});
