import type { CommandData } from '../registry';
import type { Segment } from '../project';
import { given } from '../../../test/support/given';
import { approved, approvalPapers, listed, planned, prepared } from '../../../test/support/projects';

const reason = '业主资金安排调整';
const back = (change: Partial<CommandData<'sendBack'>>): CommandData<'sendBack'> => ({
  to: 'planning',
  segmentId: null,
  reason,
  reopen: [],
  notice: null,
  ...change,
});
const at = (stage: Segment['stage'], change: Partial<Segment> = {}) => approved({ segments: [{ stage, ...change }] });

describe('suspending', () => {
  it('stops all duties and acts until the project is resumed', () => {
    const { after } = given(prepared()).when('suspendProject', { reason, until: null }).records('ProjectSuspended');
    expect(after).toMatchObject({
      duties: [],
      subject: { status: 'suspended', steering: { suspendedOn: '2026-03-02' } },
    });
    given(after).when('completeApproval', {}, { as: 'developmentReform' }).refuses('P-HALTED');
    const resumed = given(after).when('resumeProject', { reason }).records('ProjectResumed').after;
    expect(resumed.duties.map(({ key }) => key)).toEqual(['approval/completeApproval']);
    given(resumed).when('resumeProject', { reason }).refuses('P-ORDER');
  });
  it('names no day of return before today', () => {
    given(prepared()).when('suspendProject', { reason, until: '2026-03-02' }).records('ProjectSuspended');
    given(prepared()).when('suspendProject', { reason, until: '2026-03-01' }).refuses('P-TIME');
  });
  it('is the district government’s to decide', () => {
    given(prepared()).when('suspendProject', { reason, until: null }, { as: 'owner' }).refuses('P-WHO');
  });
});

describe('sending back', () => {
  it('from approval reopens the list', () => {
    const { after } = given(listed()).when('sendBack', back({})).records('SentBack');
    expect(after.subject).toMatchObject({
      phase: 'planning',
      planning: { listedYear: null },
      steering: { sentBack: 1 },
    });
  });
  it('from mobilization reopens approval; the segments wait again', () => {
    const { after } = given(approved())
      .when('sendBack', back({ to: 'approval' }))
      .records('SentBack');
    expect(after.subject).toMatchObject({
      phase: 'approval',
      segments: [{ stage: 'waiting' }],
      approval: { completedOn: null },
    });
  });
  it('keeps what was done unless it is reopened by name', () => {
    const kept = given(approved())
      .when('sendBack', back({ to: 'approval' }))
      .records('SentBack').after;
    expect(kept.subject).toMatchObject({
      parties: { contractor: 'yq-builder' },
      approval: { award: approvalPapers.award },
    });
    const reopened = given(approved())
      .when('sendBack', back({ to: 'approval', reopen: ['award'] }))
      .records('SentBack').after;
    expect(reopened.subject).toMatchObject({ approval: { award: null } });
    expect((reopened.subject as { parties: object }).parties).not.toHaveProperty('contractor');
  });
  it.each([
    ['training', 'mobilization', { mobilization: { confirmedOn: null } }],
    ['construction', 'training', { training: { clearedOn: null } }],
    ['wages', 'construction', { construction: { completedOn: null } }],
    ['done', 'wages', { wages: { settledOn: null } }],
  ] as const)('takes a segment from %s to %s', (from, to, reopened) => {
    const { after } = given(at(from))
      .when('sendBack', back({ to, segmentId: 's1' }))
      .records('SentBack');
    expect(after.subject).toMatchObject({ phase: 'segments', segments: [{ stage: to, ...reopened }] });
  });
  it('goes one stage, and the whole project only when no segment has gone further', () => {
    given(at('construction'))
      .when('sendBack', back({ to: 'mobilization', segmentId: 's1' }))
      .refuses('P-ORDER');
    given(at('construction'))
      .when('sendBack', back({ to: 'approval' }))
      .refuses('P-ORDER');
    given(at('mobilization'))
      .when('sendBack', back({ to: 'mobilization', segmentId: 's1' }))
      .refuses('P-ORDER');
    given(planned()).when('sendBack', back({})).refuses('P-ORDER');
  });
  it('from acceptance reopens a segment’s pay, and gathers the acceptance afresh', () => {
    const signed = { ...at('done'), phase: 'acceptance' as const };
    const file = { ...signed.acceptance, signatures: [{ body: 'yq-gov', on: '2026-02-20', opinion: '同意' }] };
    const { after } = given({ ...signed, acceptance: file })
      .when('sendBack', back({ to: 'wages', segmentId: 's1' }))
      .records('SentBack');
    expect(after.subject).toMatchObject({ phase: 'segments', acceptance: { signatures: [] } });
  });
  it('reopens contract and mode on the way to approval alone', () => {
    given(at('training'))
      .when('sendBack', back({ to: 'mobilization', segmentId: 's1', reopen: ['award'] }))
      .refuses('P-ORDER');
  });
  it('never reaches what preceded the adoption of the mode', () => {
    const adoption = { on: '2026-02-01', documentNumber: '延发改〔2026〕9号', stage: 'mobilization' as const };
    given(approved({ planning: { adoption } }))
      .when('sendBack', back({ to: 'approval' }))
      .refuses('P-ORDER');
    given(listed({ planning: { adoption: { ...adoption, stage: 'approval' } } }))
      .when('sendBack', back({}))
      .refuses('P-ORDER');
  });
});

describe('cancelling', () => {
  const cancel = { reason, listVersion: '2026-2' };

  it('R-PLAN-05: takes a project off the list as an act of its own, and ends it', () => {
    const { after } = given(listed()).when('cancelProject', cancel).records('ProjectCancelled');
    expect(after).toMatchObject({ duties: [], subject: { status: 'cancelled' } });
    given(after).when('suspendProject', { reason, until: null }).refuses('P-HALTED');
  });
  it('waits until the pay for work done is settled', () => {
    const { construction, wages } = approved().segments[0]!;
    const worked = { ...construction, sealedDays: 3, lastAttendanceOn: '2026-02-27' };
    const period = { period: '2026-02', netFen: 1, receivedFen: 1, reservedFen: 0, closedFen: 0, lines: 1 };
    const paid = (status: 'open' | 'settled') => ({ ...wages, periods: [{ ...period, status }] });
    given(at('construction', { construction: worked }))
      .when('cancelProject', cancel)
      .refuses('P-ORDER');
    given(at('construction', { construction: worked, wages: paid('open') }))
      .when('cancelProject', cancel)
      .refuses('P-ORDER');
    given(at('construction', { construction: worked, wages: paid('settled') }))
      .when('cancelProject', cancel)
      .records('ProjectCancelled');
    const march = { ...worked, lastAttendanceOn: '2026-03-01' };
    given(at('construction', { construction: march, wages: paid('settled') }))
      .when('cancelProject', cancel)
      .refuses('P-ORDER');
    given(at('construction', { construction: { ...construction, unsealedDays: ['2026-02-27'] } }))
      .when('cancelProject', cancel)
      .refuses('P-ORDER');
  });
});

describe('correcting', () => {
  const correction = (version: number) => ({ version, wrong: '合同金额误写', corrected: '合同金额应为九十万元' });

  it('R-LAW-01: names the event and adds an event; what stood stays', () => {
    const { after, events } = given({ ...given(prepared()).state, version: 7, substantive: 7 })
      .when('correctEvent', correction(7), { as: 'owner' })
      .records('EventCorrected');
    expect(events[0]!.data).toEqual(correction(7));
    expect(after.subject).toMatchObject({
      ...prepared(),
      steering: { corrections: [{ version: 7, on: '2026-03-02' }] },
    });
  });
  it('refuses to correct what is not there', () => {
    given({ ...given(prepared()).state, version: 7, substantive: 7 })
      .when('correctEvent', correction(8), { as: 'owner' })
      .refuses('P-UNKNOWN');
  });
  it('stays possible when the project has ended', () => {
    given({ ...given(prepared({ status: 'cancelled' })).state, substantive: 1 })
      .when('correctEvent', correction(1), { as: 'owner' })
      .records('EventCorrected');
  });
});
