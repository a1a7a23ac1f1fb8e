import type { CommandData } from '../registry';
import { given } from '../../../test/support/given';
import {
  approved,
  filed,
  fileDigest,
  issued,
  listed,
  planned,
  prepared,
  requirement,
  series,
} from '../../../test/support/projects';

const reply = (change: Partial<CommandData<'issueApprovalReply'>> = {}): CommandData<'issueApprovalReply'> => ({
  title: '关于实施方案的批复',
  requirement,
  number: null,
  ...change,
});
const allocation = (change: Partial<CommandData<'issueFundAllocation'>> = {}): CommandData<'issueFundAllocation'> => ({
  fundLineId: 'f1',
  amountFen: 1_000_000_00,
  title: '关于下达资金的通知',
  requirement,
  tilt: null,
  number: null,
  ...change,
});
const document = (change: Partial<CommandData<'fileDocument'>> = {}): CommandData<'fileDocument'> => ({
  kind: 'implementationPlan',
  organ: '四海镇人民政府',
  number: '四政发〔2026〕3号',
  on: '2026-02-20',
  digest: fileDigest,
  requirement,
  chapter: ['organizing', 'workAndHours', 'totalPay', 'payRates', 'training'],
  totalFen: 1_000_000_00,
  makeUpBy: null,
  ...change,
});

const smallWorks = () => listed({ approval: { mode: 'contractor' } });
const replying = () => listed({ approval: { mode: 'contractor', documents: [filed()] } });
const replied = () => listed({ approval: { mode: 'contractor', documents: [filed()], reply: issued() } });
const bySector = { as: 'sectorDepartment', facts: { series: series() } } as const;
const byFinance = { as: 'finance', facts: { series: series({ code: '延财', nextSerial: 31 }) } } as const;

describe('early-stage documents', () => {
  const facts = { series: series() };

  it('R-APPR-02: files a document that states the requirement', () => {
    given(smallWorks()).when('fileDocument', document(), { facts }).records('DocumentFiled');
  });
  it.each(['', '本工程按图施工。'])('R-APPR-02: refuses a document whose text does not state it: “%s”', (text) => {
    given(smallWorks())
      .when('fileDocument', document({ requirement: text }), { facts })
      .refuses('R-APPR-02');
  });
  it('R-APPR-02: takes a construction permit on its own form, without the text', () => {
    given(smallWorks())
      .when('fileDocument', document({ kind: 'constructionPermit', number: '110229202602200101', requirement: '' }), {
        facts,
      })
      .records('DocumentFiled');
  });
  it('R-NAT-15: refuses a plan whose work-relief chapter leaves one item out', () => {
    given(smallWorks())
      .when('fileDocument', document({ chapter: ['organizing', 'workAndHours', 'totalPay', 'payRates'] }), { facts })
      .refuses('R-NAT-15');
  });
  it('R-NAT-15: asks no chapter of a supplement', () => {
    given(smallWorks())
      .when('fileDocument', document({ kind: 'supplement', chapter: [] }), { facts })
      .records('DocumentFiled');
  });
  it('R-INV-06: accepts an estimate one tenth above the study, and refuses one fen more', () => {
    const study = filed({ kind: 'feasibilityStudy', number: '延发改〔2026〕1号', totalFen: 1_000_000_00 });
    const project = listed({
      planning: { scopeClass: 'alreadyDecided' },
      approval: { mode: 'contractor', documents: [study] },
    });
    const estimate = (totalFen: number) => document({ kind: 'estimate', chapter: [], totalFen });
    given(project).when('fileDocument', estimate(1_100_000_00), { facts }).records('DocumentFiled');
    given(project).when('fileDocument', estimate(1_100_000_01), { facts }).refuses('R-INV-06');
  });
  it('replaces a document only after the first was voided', () => {
    const twice = document({ number: '四政发〔2026〕4号' });
    given(replying()).when('fileDocument', twice, { facts }).refuses('P-ONCE');
    const voided = listed({ approval: { mode: 'contractor', documents: [filed({ voided: true })] } });
    given(voided).when('fileDocument', twice, { facts }).records('DocumentFiled');
  });
  it('refuses a document dated after the day it is filed', () => {
    given(smallWorks())
      .when('fileDocument', document({ on: '2026-03-02' }), { facts })
      .records('DocumentFiled');
    given(smallWorks())
      .when('fileDocument', document({ on: '2026-03-03' }), { facts })
      .refuses('P-TIME');
  });
  it('waits for the list and for the construction mode', () => {
    given(planned()).when('fileDocument', document(), { facts }).refuses('P-ORDER', 'P-ORDER');
    given(listed()).when('fileDocument', document(), { facts }).refuses('P-ORDER');
  });
  it('asks an emergency decision until when the documents follow', () => {
    const decision = (makeUpBy: string | null) => document({ kind: 'emergencyDecision', chapter: [], makeUpBy });
    given(smallWorks()).when('fileDocument', decision('2026-04-30'), { facts }).records('DocumentFiled');
    given(smallWorks()).when('fileDocument', decision(null), { facts }).refuses('P-TIME');
    given(smallWorks()).when('fileDocument', decision('2026-02-19'), { facts }).refuses('P-TIME');
  });
});

describe('the approval reply', () => {
  it('R-APPR-01: is issued with the requirement and numbered by the organ’s series', () => {
    const { events } = given(replying()).when('issueApprovalReply', reply(), bySector).records('ApprovalReplyIssued');
    expect(events[0]!.data).toMatchObject({ number: '延水发〔2026〕12号', organ: 'yq-water', requirement });
  });
  it('R-APPR-01: is refused while the text is missing', () => {
    given(replying())
      .when('issueApprovalReply', reply({ requirement: '' }), bySector)
      .refuses('R-APPR-01');
  });
  it('follows the documents of its gate set', () => {
    given(smallWorks()).when('issueApprovalReply', reply(), bySector).refuses('P-ORDER');
  });
  it('comes from sector department, township or development-reform for small works', () => {
    given(replying())
      .when('issueApprovalReply', reply(), { ...bySector, as: 'township' })
      .records('ApprovalReplyIssued');
    given(replying())
      .when('issueApprovalReply', reply(), { ...bySector, as: 'developmentReform' })
      .records('ApprovalReplyIssued');
  });
  it('comes from development-reform alone under the full procedure', () => {
    const kinds = ['projectProposal', 'feasibilityStudy', 'preliminaryDesign', 'estimate'] as const;
    const documents = kinds.map((kind, index) => filed({ kind, number: `延发改〔2026〕${index + 1}号` }));
    const project = listed({ planning: { scopeClass: 'alreadyDecided' }, approval: { mode: 'contractor', documents } });
    given(project)
      .when('issueApprovalReply', reply(), { ...bySector, as: 'developmentReform' })
      .records('ApprovalReplyIssued');
    given(project).when('issueApprovalReply', reply(), bySector).refuses('P-WHO');
  });
  it('is none of ours where the parent project’s approval counts', () => {
    const project = listed({
      planning: { scopeClass: 'majorLabor' },
      approval: { mode: 'contractor', documents: [filed({ kind: 'supplement' })] },
    });
    given(project).when('issueApprovalReply', reply(), bySector).refuses('P-WHO');
  });
  it('is issued once, and again after it was voided', () => {
    given(replied()).when('issueApprovalReply', reply(), bySector).refuses('P-ONCE');
    const voided = listed({
      approval: {
        mode: 'contractor',
        documents: [filed()],
        reply: issued({ voided: true }),
        voidedNumbers: ['延水发〔2026〕7号'],
      },
    });
    const { after } = given(voided).when('issueApprovalReply', reply(), bySector).records('ApprovalReplyIssued');
    expect(after.subject).toMatchObject({
      approval: { reply: { number: '延水发〔2026〕12号', voided: false }, voidedNumbers: ['延水发〔2026〕7号'] },
    });
  });
  it('R-DOC-10: needs the organ’s series code', () => {
    given(replying())
      .when('issueApprovalReply', reply(), { as: 'sectorDepartment', facts: { series: series({ code: null }) } })
      .refuses('R-DOC-10');
  });
});

describe('the fund allocation', () => {
  it('R-FUND-02: is issued with the requirement, up to the whole line', () => {
    given(replied()).when('issueFundAllocation', allocation(), byFinance).records('FundAllocationIssued');
  });
  it('R-FUND-02: is refused while the text is missing', () => {
    given(replied())
      .when('issueFundAllocation', allocation({ requirement: '' }), byFinance)
      .refuses('R-FUND-02');
  });
  it('gives no fen more than the line, earlier allocations counted', () => {
    given(replied())
      .when('issueFundAllocation', allocation({ amountFen: 1_000_000_01 }), byFinance)
      .refuses('P-ORDER');
    const half = {
      ...issued({ number: '延财〔2026〕21号', organ: 'yq-fin' }),
      fundLineId: 'f1',
      amountFen: 600_000_00,
    };
    const project = listed({ approval: { mode: 'contractor', reply: issued(), allocations: [half] } });
    given(project)
      .when('issueFundAllocation', allocation({ amountFen: 400_000_00 }), byFinance)
      .records('FundAllocationIssued');
    given(project)
      .when('issueFundAllocation', allocation({ amountFen: 400_000_01 }), byFinance)
      .refuses('P-ORDER');
  });
  it('follows a reply that stands', () => {
    given(replying()).when('issueFundAllocation', allocation(), byFinance).refuses('P-ORDER');
    const voided = listed({ approval: { mode: 'contractor', documents: [filed()], reply: issued({ voided: true }) } });
    given(voided).when('issueFundAllocation', allocation(), byFinance).refuses('P-ORDER');
  });
  it('is for government money of this project alone', () => {
    given(replied())
      .when('issueFundAllocation', allocation({ fundLineId: 'f2' }), byFinance)
      .refuses('P-UNKNOWN');
    const social = listed({
      planning: {
        fundLines: [{ id: 'f1', source: 'social', amountFen: 1_000_000_00, floorBp: null, planDocument: null }],
      },
      approval: { mode: 'contractor', reply: issued() },
    });
    given(social).when('issueFundAllocation', allocation(), byFinance).refuses('P-UNKNOWN');
  });
  it('goes on in later stages: a second allocation while works run', () => {
    const project = approved({
      approval: {
        allocations: [{ ...issued({ number: '延财〔2026〕21号' }), fundLineId: 'f1', amountFen: 600_000_00 }],
      },
    });
    given(project)
      .when('issueFundAllocation', allocation({ amountFen: 400_000_00 }), byFinance)
      .records('FundAllocationIssued');
  });
});

describe('voiding', () => {
  const reason = '文号编重';

  it('keeps the number of a voided reply and owes a new one', () => {
    const { after } = given(approved())
      .when('voidDocument', { number: '延水发〔2026〕7号', reason }, { as: 'sectorDepartment' })
      .records('DocumentVoided');
    expect(after.subject).toMatchObject({
      approval: { reply: { voided: true }, voidedNumbers: ['延水发〔2026〕7号'] },
    });
    expect(after.duties.map(({ key }) => key)).toContain('approval/issueApprovalReply');
  });
  it('of an allocation owes finance a new one', () => {
    const { after } = given(approved())
      .when('voidDocument', { number: '延财〔2026〕21号', reason }, { as: 'finance' })
      .records('DocumentVoided');
    expect(after.duties).toContainEqual(
      expect.objectContaining({ key: 'approval/issueFundAllocation/f1', owner: { body: 'yq-fin', post: 'handler' } }),
    );
  });
  it('is done by the organ that issued, once, on a document there is', () => {
    given(prepared()).when('voidDocument', { number: '延水发〔2026〕7号', reason }, { as: 'finance' }).refuses('P-WHO');
    given(prepared())
      .when('voidDocument', { number: '延水发〔2026〕8号', reason }, { as: 'finance' })
      .refuses('P-UNKNOWN');
    const voided = prepared({ approval: { reply: issued({ voided: true }) } });
    given(voided)
      .when('voidDocument', { number: '延水发〔2026〕7号', reason }, { as: 'sectorDepartment' })
      .refuses('P-ONCE');
  });
  it('of a filed document lies with the body that filed it', () => {
    given(prepared())
      .when('voidDocument', { number: '四政发〔2026〕3号', reason }, { as: 'owner' })
      .records('DocumentVoided');
  });
});
