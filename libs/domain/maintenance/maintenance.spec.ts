import { given } from '../../../test/support/given';
import { post, segment, worker, working } from '../../../test/support/projects-pay';
import { noAcceptance } from '../acceptance/state';
import type { BodyFact, FactValues } from '../facts';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import { maintenanceDuties } from './duties';
import { stageOf, type Project, type Segment } from '../project';
import { noMaintenance, type Maintenance } from './state';

const accepted = (maintenance: Partial<Maintenance> = {}, change: Partial<Project> = {}): Project =>
  working({
    phase: 'maintenance',
    segments: [segment({ stage: 'done' })],
    acceptance: { ...noAcceptance, filedOn: '2026-05-20', filingNumber: '延水验备〔2026〕5号' },
    maintenance: { ...noMaintenance, ...maintenance },
    ...change,
  });
const record = {
  asset: '西龙湾支渠2.4公里',
  titleOwner: '西龙湾村股份经济合作社',
  upkeepBody: 'xilong-collective',
  duty: '清淤、修补、看护',
  method: '村级管护队',
  moneySource: '区级管护资金',
};
const handover = { on: '2026-05-25', ...record };
const bodies = { 'xilong-collective': { id: 'xilong-collective' } as BodyFact };
const upkeep = (change: Partial<Segment> = {}): Segment =>
  segment({ id: 's2', kind: 'upkeep', stage: 'mobilization', ...change });
const maintenanceOf = ({ after }: { after: { subject: unknown } }) => (after.subject as Project).maintenance;

describe('handing over', () => {
  const handOver = (project = accepted(), data: object = {}) =>
    given(project).when('handOver', { ...record, ...data }, { facts: { bodies } });

  it.each(['asset', 'titleOwner', 'duty', 'method', 'moneySource'])('R-MAINT-10: the record states %s', (item) => {
    handOver(accepted(), { [item]: '' }).refuses('R-MAINT-10');
  });
  it('R-INV-31: only accepted works are handed over', () => {
    expect(maintenanceOf(handOver().records('HandedOver')).handover).toMatchObject(record);
    handOver(accepted({}, { acceptance: noAcceptance })).refuses('R-INV-31');
    handOver(accepted({}, { phase: 'acceptance' })).refuses('R-INV-31');
  });
  it('goes to a registered body, once', () => {
    handOver(accepted(), { upkeepBody: 'nobody-knows' }).refuses('P-UNKNOWN');
    handOver(accepted({ handover })).refuses('P-ONCE');
  });
  it('is the owner’s duty once the acceptance is filed', () => {
    const { after } = handOver().records('HandedOver');
    expect(after.duties.map(({ key }) => key)).toEqual(['maintenance/closeProject']);
  });
});

describe('an upkeep segment', () => {
  const open = (project = accepted({ handover }), data: object = {}) =>
    given(project).when('openUpkeepSegment', {
      name: '支渠管护',
      codes: ['TRA-13-01'],
      village: '西龙湾村',
      plannedPosts: 3,
      plannedLaborPayFen: 30_000_00,
      throughYear: 2026,
      ...data,
    });

  it('begins at mobilization with posts and pay of its own, and leaves the project in maintenance', () => {
    const { after } = open().records('UpkeepSegmentOpened');
    const project = after.subject as Project;
    expect(project.segments[1]).toMatchObject({ id: 's2', kind: 'upkeep', stage: 'mobilization' });
    expect([project.maintenance.throughYear, stageOf(project)]).toEqual([2026, 'maintenance']);
    expect(after.duties.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['mobilization/s2/publishPosts', 'maintenance/continueUpkeep/2027']),
    );
  });
  it('R-MAINT-10: follows the handover', () => open(accepted()).refuses('R-MAINT-10'));
  it('R-SEG-02: is upkeep by the catalogue', () => {
    open(accepted({ handover }), { codes: ['TRA-13-01', 'not-there'] }).refuses('R-SEG-02');
    open(accepted({ handover }), { codes: ['TRA-12-01'] }).refuses('R-SEG-02');
  });
  it('lies ahead, after acceptance', () => {
    open(accepted({ handover }), { throughYear: 2025 }).refuses('P-TIME');
    open(accepted({ handover }, { phase: 'acceptance' })).refuses('P-ORDER');
  });
});

describe('offering upkeep posts', () => {
  const posted = upkeep({ mobilization: { ...segment().mobilization, posts: [post()] } });
  const kept = accepted({ handover, throughYear: 2026 }, { segments: [segment({ stage: 'done' }), posted] });
  const offer = (numbers: readonly number[], data: object = {}, reasons?: Record<string, string>, project = kept) =>
    given(project).when(
      'offerUpkeepPosts',
      { segmentId: 's2', workers: numbers.map((n) => ({ personRef: worker(n), postId: 'p1' })), termYears: 1, ...data },
      { facts: { builders: [worker(1), worker(2)] } satisfies Partial<FactValues>, ...(reasons && { reasons }) },
    );

  it('R-MAINT-01: who built comes first; a choice against them needs a reason', () => {
    expect(maintenanceOf(offer([1, 2]).records('UpkeepPostsOffered'))).toMatchObject({
      offers: 2,
      offersToBuilders: 2,
    });
    offer([1, 3]).refuses('R-MAINT-01');
    const reasoned = offer([1, 3], {}, { 'R-MAINT-01': '参加建设的人员均已另行就业' }).records(
      'WarningAccepted',
      'UpkeepPostsOffered',
    );
    expect(maintenanceOf(reasoned)).toMatchObject({ offers: 2, offersToBuilders: 1 });
  });
  it('is owed for a segment until its posts are offered', () => {
    const owed = (project: Project) =>
      maintenanceDuties(project, { parameters: parametersOn(defaultParameters, '2026-03-02') }).map(({ key }) => key);
    const published = { ...posted, mobilization: { ...posted.mobilization, publishedOn: '2026-03-01' } };
    const waiting = { ...kept, segments: [segment({ stage: 'done' }), published] };
    expect(owed(waiting)).toContain('maintenance/offerUpkeepPosts/s2');
    const { after } = offer([1], {}, undefined, waiting).records('UpkeepPostsOffered');
    expect(owed(after.subject as Project)).not.toContain('maintenance/offerUpkeepPosts/s2');
  });
  it('R-MAINT-15: posts are those made known in an upkeep segment', () => {
    offer([1], { workers: [{ personRef: worker(1), postId: 'p2' }] }).refuses('R-MAINT-15');
    offer([1], { segmentId: 's1' }).refuses('R-MAINT-15');
    offer([1], { segmentId: 's9' }).refuses('P-UNKNOWN');
  });
  it('R-POST-11: one post a person, for three years at most', () => {
    offer([1], { termYears: 3 }).records('UpkeepPostsOffered');
    offer([1], { termYears: 4 }).refuses('R-POST-11');
    offer([1, 1]).refuses('R-POST-11');
  });
});

describe('another year of upkeep', () => {
  const goOn = (year: number, maintenance: Partial<Maintenance>, segments = [segment({ stage: 'done' }), upkeep()]) =>
    given(accepted({ handover, ...maintenance }, { segments })).when('continueUpkeep', {
      year,
      moneySource: '区级管护资金',
      note: '延续一年',
    });

  it('is the one after the year it runs through', () => {
    expect(maintenanceOf(goOn(2027, { throughYear: 2026 }).records('UpkeepContinued')).throughYear).toBe(2027);
    goOn(2026, { throughYear: 2026 }).refuses('P-ORDER');
    goOn(2028, { throughYear: 2026 }).refuses('P-ORDER');
  });
  it('needs an upkeep segment', () =>
    goOn(2027, { throughYear: 2026 }, [segment({ stage: 'done' })]).refuses('P-ORDER'));
});

describe('closing the project', () => {
  const paid = { lines: 20, openLines: 0, disputedFen: 0, netFen: 1, receivedFen: 1, persons: 20 };
  const close = (project: Project, projectPay = paid, at = '2027-01-01T02:00:00.000Z') =>
    given(project).when('closeProject', {}, { facts: { projectPay }, at });

  it('R-MAINT-10: comes after the handover', () => {
    const { after } = close(accepted({ handover })).records('ProjectClosed');
    expect([(after.subject as Project).status, after.duties]).toEqual(['closed', []]);
    close(accepted()).refuses('R-MAINT-10');
  });
  it('R-PAY-21: no pay is owed and none disputed', () => {
    close(accepted({ handover }), { ...paid, openLines: 1 }).refuses('R-PAY-21');
    close(accepted({ handover }), { ...paid, disputedFen: 1 }).refuses('R-PAY-21');
  });
  it('R-MAINT-15: upkeep has run its term and its segments are settled', () => {
    const kept = (stage: Segment['stage']) =>
      accepted({ handover, throughYear: 2026 }, { segments: [segment({ stage: 'done' }), upkeep({ stage })] });
    close(kept('done')).records('ProjectClosed');
    close(kept('done'), paid, '2026-12-31T02:00:00.000Z').refuses('R-MAINT-15');
    close(kept('construction')).refuses('P-ORDER');
  });
  it('belongs to maintenance', () => close(accepted({ handover }, { phase: 'acceptance' })).refuses('P-ORDER'));
});
