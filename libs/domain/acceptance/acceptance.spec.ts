import { given } from '../../../test/support/given';
import { paidParties, segment, working } from '../../../test/support/projects-pay';
import type { FactValues } from '../facts';
import type { Role } from '../organization/roles';
import type { Planning } from '../planning/state';
import type { Project } from '../project';
import { gatesFrom } from '../rules';
import type { StreamState } from '../state';
import { acceptanceGates, signersOf } from './rules';
import { completionPapers, noAcceptance, type Acceptance, type AcceptanceFile } from './state';

const facts = {
  projectHiring: { persons: 20, localRural: 18, priority: 4, days: 400 },
  projectTraining: { safety: 20, skill: 12, disclosure: 3, persons: 20 },
  projectPay: { lines: 20, openLines: 0, disputedFen: 0, netFen: 80_000_00, receivedFen: 80_000_00, persons: 20 },
} satisfies Partial<FactValues>;

const reserved = (reservedFen: number) =>
  segment({
    stage: 'done',
    wages: {
      settledOn: '2026-05-10',
      periods: [
        {
          period: '2026-03',
          status: 'settled',
          netFen: 80_000_00,
          receivedFen: 79_000_00,
          reservedFen,
          closedFen: 0,
          lines: 20,
        },
      ],
    },
  });
const finished = (change: Partial<Project> = {}): Project =>
  working({ phase: 'acceptance', segments: [reserved(0)], ...change });
const file: AcceptanceFile = {
  edition: 1,
  preparedOn: '2026-05-12',
  hiring: facts.projectHiring,
  training: facts.projectTraining,
  pay: { netFen: 80_000_00, receivedFen: 80_000_00, disputedFen: 0, lines: 20 },
  reserved: [],
  qualityPapers: [...completionPapers],
  parentAct: null,
};
const withFile = (acceptance: Partial<Acceptance> = {}) =>
  finished({ acceptance: { ...noAcceptance, file, editions: 1, ...acceptance } });
const acceptanceOf = (state: StreamState) => (state.subject as Project).acceptance;

describe('preparing the acceptance file', () => {
  const prepare = (project = finished(), change: Partial<FactValues> = {}, data: object = {}) =>
    given(project).when(
      'prepareAcceptanceFile',
      { qualityPapers: [...completionPapers], parentAct: null, ...data },
      { facts: { ...facts, ...change } },
    );

  it('R-ACPT-01: the three sections are filled from the record', () => {
    const { after } = prepare().records('AcceptanceFilePrepared');
    expect(acceptanceOf(after).file).toMatchObject({
      hiring: facts.projectHiring,
      training: facts.projectTraining,
      pay: { receivedFen: 80_000_00 },
    });
    expect(after.duties.map(({ owner }) => owner)).toEqual(signersOf(finished()).map((body) => ({ body })));
  });
  it('R-ACPT-01: a section without anything in it is refused', () => {
    prepare(finished(), { projectHiring: { ...facts.projectHiring, persons: 0 } }).refuses('R-ACPT-01');
    prepare(finished(), { projectTraining: { ...facts.projectTraining, persons: 0 } }).refuses('R-ACPT-01');
    prepare(finished(), { projectPay: { ...facts.projectPay, lines: 0 } }).refuses('R-ACPT-01');
  });
  it('R-INV-30: all five completion papers are there', () => {
    prepare(finished(), {}, { qualityPapers: completionPapers.slice(1) }).refuses('R-INV-30');
  });
  it('R-INV-30: a labor segment of a major project refers to that project’s own acceptance', () => {
    const major = finished({ planning: { scopeClass: 'majorLabor' } as Planning });
    const parentAct = { organ: '北京市水务局', number: '京水务验〔2026〕8号', on: '2026-05-01' };
    prepare(major, {}, { qualityPapers: [] }).refuses('R-INV-30');
    prepare(major, {}, { qualityPapers: [], parentAct }).records('AcceptanceFilePrepared');
  });
  it('R-PAY-21: pay still on its way holds the file up', () => {
    prepare(finished(), { projectPay: { ...facts.projectPay, openLines: 1 } }).refuses('R-PAY-21');
  });
  it('R-WAGE-22: disputed pay is listed with the money set aside to the fen', () => {
    const projectPay = { ...facts.projectPay, disputedFen: 1_000_00, receivedFen: 79_000_00 };
    prepare(finished({ segments: [reserved(999_99)] }), { projectPay }).refuses('R-WAGE-22');
    const { after } = prepare(finished({ segments: [reserved(1_000_00)] }), { projectPay }).records(
      'AcceptanceFilePrepared',
    );
    expect(acceptanceOf(after).file?.reserved).toEqual([{ segmentId: 's1', period: '2026-03', reservedFen: 1_000_00 }]);
  });
  it('comes after all works are settled, and before anyone has signed', () => {
    prepare(finished({ phase: 'segments' })).refuses('P-ORDER');
    prepare(withFile({ signatures: [{ body: 'x', person: 'y', on: '2026-05-13', opinion: '' }] })).refuses('P-ONCE');
  });
});

describe('signing the acceptance', () => {
  const sign = (project: Project, as: Role, data: object = {}, person = `person-${as}`) =>
    given(project).when(
      'signAcceptance',
      { edition: 1, verdict: 'qualified', opinion: '合格', ...data },
      { as, actor: { person }, at: '2026-05-14T02:00:00.000Z' },
    );
  const signers = ['owner', 'contractor', 'township', 'sectorDepartment'] as const;
  const allBut = (last: Role) =>
    signers
      .filter((role) => role !== last)
      .reduce((project, role) => sign(project, role).records('AcceptanceSigned').after.subject as Project, withFile());

  it('is complete when the last of the bodies has signed, not before', () => {
    const before = allBut('township');
    expect(before.acceptance.signedOn).toBeNull();
    const { after } = sign(before, 'township').records('AcceptanceSigned');
    expect(acceptanceOf(after).signedOn).toBe('2026-05-14');
    expect(after.duties.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['acceptance/fileAcceptance', '2026-05-29T09:30:00.000Z'],
    ]);
  });
  it('is an organ’s by its matter alone, and the own word of an owner or a builder', () => {
    const directly = (as: Role) =>
      given(withFile()).when(
        'signAcceptance',
        { edition: 1, verdict: 'qualified', opinion: '合格' },
        { as, basis: { post: 'a/handler' } },
      );
    for (const as of ['township', 'sectorDepartment'] as const) directly(as).refuses('P-SIGNOFF');
    for (const as of ['owner', 'contractor'] as const) directly(as).records('AcceptanceSigned');
  });
  it('waits for the supervision engineer where there is one', () => {
    const parties = { ...paidParties, supervisionEngineer: 'jingyan-supervision' };
    expect(signersOf(finished({ parties }))).toContain('jingyan-supervision');
    sign({ ...withFile(), parties }, 'supervisionEngineer').records('AcceptanceSigned');
  });
  it('each body signs once', () => sign(allBut('township'), 'owner', {}, 'another').refuses('P-ONCE'));
  it('R-OA-16: nobody signs for two bodies', () =>
    sign(allBut('township'), 'township', {}, 'person-owner').refuses('R-OA-16'));
  it('an unqualified verdict sends the file back', () => {
    const { after } = sign(allBut('township'), 'township', {
      verdict: 'unqualified',
      opinion: '渠道衬砌有裂缝',
    }).records('AcceptanceSigned');
    expect(acceptanceOf(after)).toMatchObject({ file: null, signatures: [], signedOn: null });
    expect(after.duties.map(({ key }) => key)).toEqual(['acceptance/prepareAcceptanceFile/2']);
  });
  it('rests on the file that was read', () => {
    sign(withFile(), 'owner', { edition: 2 }).refuses('P-STALE');
    sign(finished(), 'owner').refuses('P-ORDER');
  });
  it('is for the leading township alone', () => {
    const parties = { ...paidParties, townships: ['jiuxian-town', 'yongning-town'] };
    given({ ...withFile(), parties })
      .when(
        'signAcceptance',
        { edition: 1, verdict: 'qualified', opinion: '合格' },
        { as: 'township', actor: { body: 'yongning-town' } },
      )
      .refuses('P-WHO');
  });
});

describe('filing the acceptance', () => {
  const signed = withFile({
    signedOn: '2026-05-14',
    signatures: signersOf(finished()).map((body) => ({
      body,
      person: `of ${body}`,
      on: '2026-05-14',
      opinion: '合格',
    })),
  });
  const fileIt = (project: Project, on: string, reasons?: Record<string, string>) =>
    given(project).when(
      'fileAcceptance',
      { organ: '延庆区水务局', number: '延水验备〔2026〕5号' },
      { at: `${on}T02:00:00.000Z`, ...(reasons && { reasons }) },
    );

  it('R-INV-32: on the fifteenth day it is in time, a day later it needs a reason', () => {
    const { after } = fileIt(signed, '2026-05-29').records('AcceptanceFiled');
    expect((after.subject as Project).phase).toBe('maintenance');
    expect(acceptanceOf(after)).toMatchObject({ filedOn: '2026-05-29', filingNumber: '延水验备〔2026〕5号' });
    fileIt(signed, '2026-05-30').refuses('R-INV-32');
    fileIt(signed, '2026-05-30', { 'R-INV-32': '备案平台停机' }).records('WarningAccepted', 'AcceptanceFiled');
  });
  it('waits for file and signatures', () => {
    fileIt(withFile(), '2026-05-20').refuses('P-ORDER');
    fileIt(finished(), '2026-05-20').refuses('R-ACPT-01', 'P-ORDER');
    fileIt({ ...signed, phase: 'maintenance' }, '2026-05-20').refuses('P-ORDER');
  });
  it('shows its gates beforehand', () => {
    const gates = gatesFrom(acceptanceGates, {
      project: withFile(),
      facts: { parameters: {} } as never,
      on: '2026-05-20',
    });
    expect(gates.map(({ rule, holds }) => [rule, holds])).toEqual([
      ['R-ACPT-01', true],
      ['P-ORDER', false],
      ['R-INV-32', true],
    ]);
  });
});
