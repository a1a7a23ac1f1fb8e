import type { CommandData } from '../registry';
import type { BodyFact } from '../facts';
import type { FundLine } from '../planning/state';
import { given } from '../../../test/support/given';
import { bodyFact, filed, fundLine, listed, planned } from '../../../test/support/projects';

type Award = CommandData<'awardContract'>;

const bodies: Record<string, BodyFact> = {
  'yq-builder': bodyFact('yq-builder', '示范建筑公司', 'enterprise'),
  'sihai-owner': bodyFact('sihai-owner', '四海镇建设发展公司', 'enterprise'),
  'sihai-village': bodyFact('sihai-village', '四海村股份经济合作社', 'villageCollective', { registration: 'N2110119' }),
  'other-village': bodyFact('other-village', '永安堡村股份经济合作社', 'villageCollective', { registration: null }),
  'yq-watch': bodyFact('yq-watch', '村务监督委员会', 'villageSupervision'),
};

const award = (change: Partial<Award> = {}): Award => ({
  contractor: 'yq-builder',
  method: 'smallDirect',
  ground: 'belowThreshold',
  approver: 'sihai-town',
  justification: '未达招标规模标准，经镇政府会议研究',
  tender: null,
  contractFen: 900_000_00,
  contractNumber: 'HT-2026-01',
  on: '2026-02-20',
  laborClause: '优先组织当地农村劳动力务工，开展培训，足额按时支付劳务报酬。',
  laborCostMonths: 1,
  paymentGuarantee: 'BH-2026-01',
  ...change,
});
/** Works of four million yuan from a district line that makes them subject to tender. */
const big = (line: Partial<FundLine> = {}, change: object = {}) =>
  listed({
    planning: { fundLines: [fundLine({ amountFen: 5_000_000_00, ...line })], ...change },
    approval: { mode: 'contractor', documents: [filed(), filed({ kind: 'tenderDocument', number: 'ZB-01' })] },
  });
const bigAward = (change: Partial<Award> = {}) => award({ contractFen: 4_000_000_00, ...change });
const small = () => listed({ approval: { mode: 'contractor' } });
const awarding = (project: ReturnType<typeof listed>, data: Award, reasons?: Record<string, string>) =>
  given(project).when('awardContract', data, { facts: { bodies }, ...(reasons && { reasons }) });

const tender = {
  documentsFrom: '2026-01-05',
  bidsDueOn: '2026-01-25',
  reportOn: '2026-01-26',
  postedFrom: '2026-01-29',
  postedThrough: '2026-02-01',
};
const tendered = (change: Partial<typeof tender> = {}) =>
  bigAward({
    method: 'openTender',
    ground: null,
    approver: null,
    justification: null,
    tender: { ...tender, ...change },
  });

describe('awarding the contract', () => {
  it('makes the contractor a party of the project, and its employer', () => {
    const { after } = awarding(small(), award()).records('ContractAwarded');
    expect(after.subject).toMatchObject({
      parties: { contractor: 'yq-builder' },
      approval: { award: { contractNumber: 'HT-2026-01', ground: 'belowThreshold' } },
    });
  });
  it('is done once, in approval, by the mode that asks for it', () => {
    awarding(listed({ approval: { mode: 'collective' }, parties: { collective: 'sihai-village' } }), award(), {
      'R-INV-26': '集体经济组织无资质',
    }).refuses('P-ORDER');
    awarding(planned(), award()).refuses('P-ORDER', 'P-ORDER');
    const { after } = awarding(small(), award()).records('ContractAwarded');
    given(after).when('awardContract', award(), { facts: { bodies } }).refuses('P-ONCE');
  });
  it('names an enterprise or a collective that is registered here', () => {
    awarding(small(), award({ contractor: 'nobody-here' })).refuses('P-UNKNOWN');
    awarding(small(), award({ contractor: 'yq-watch' })).refuses('P-UNKNOWN');
  });
  it('R-BID-01: may name a collective registered as bidder, and keeps the registration', () => {
    const { events } = awarding(small(), award({ contractor: 'sihai-village' })).records('ContractAwarded');
    expect(events[0]!.data).toMatchObject({ bidderRegistration: 'N2110119' });
    awarding(small(), award({ contractor: 'other-village' })).refuses('P-UNKNOWN');
  });
});

describe('whether a tender is owed', () => {
  it('R-INV-22: works of four million yuan are put to tender, one fen less are not', () => {
    awarding(big(), bigAward()).refuses('R-INV-22');
    awarding(big(), bigAward({ contractFen: 3_999_999_99 })).records('ContractAwarded');
  });
  it('R-INV-22: budget money of two million yuan makes the duty, one fen less does not', () => {
    const lines = (amountFen: number) => ({
      fundLines: [fundLine({ amountFen }), fundLine({ id: 'f2', source: 'social' as const, amountFen: 3_000_000_00 })],
    });
    awarding(big({}, lines(2_000_000_00)), bigAward()).refuses('R-INV-22');
    awarding(big({}, lines(1_999_999_99)), bigAward()).records('ContractAwarded');
  });
  it('R-INV-22: a tenth of the investment makes the duty, one fen less does not', () => {
    const lines = (amountFen: number) => ({
      fundLines: [fundLine({ amountFen }), fundLine({ id: 'f2', source: 'social' as const, amountFen: 18_000_000_00 })],
    });
    awarding(big({}, lines(2_000_000_00)), bigAward()).refuses('R-INV-22');
    awarding(
      big(
        {},
        { fundLines: [...lines(2_000_000_00).fundLines, fundLine({ id: 'f3', source: 'social', amountFen: 1 })] },
      ),
      bigAward(),
    ).records('ContractAwarded');
  });
  it('R-INV-22: the preference for collectives lifts no tender above the threshold', () => {
    awarding(big(), bigAward({ contractor: 'sihai-village', ground: 'collectivePreference' })).refuses('R-INV-22');
  });
  it('R-INV-23: work-relief money with farm workers is a ground; the mode alone is none', () => {
    awarding(big({ source: 'fiscalTask' }), bigAward({ ground: 'reliefFundLabor' })).records('ContractAwarded');
    awarding(big(), bigAward({ ground: 'reliefFundLabor' })).refuses('R-INV-23');
  });
  it('R-INV-23: disaster relief is a ground for rebuilding alone', () => {
    awarding(big({}, { disaster: true }), bigAward({ ground: 'disasterRelief' })).records('ContractAwarded');
    awarding(big(), bigAward({ ground: 'disasterRelief' })).refuses('R-INV-23');
  });
  it('R-INV-24: own building is the owner’s own', () => {
    const own = { method: 'selfBuild', ground: 'ownerBuilds' } as const;
    awarding(big(), bigAward({ ...own, contractor: 'sihai-owner' })).records('ContractAwarded');
    awarding(big(), bigAward(own)).refuses('R-INV-24');
  });
  it.each([{ ground: null }, { approver: null }, { justification: null }])(
    'R-LAW-02: no award without tender lacks ground, approver or reasons: %j',
    (change) => {
      awarding(small(), award(change)).refuses('R-LAW-02');
    },
  );
});

describe('a tender', () => {
  it('R-INV-25: gives bidders twenty days, and no day less', () => {
    awarding(big(), tendered()).records('ContractAwarded');
    awarding(big(), tendered({ documentsFrom: '2026-01-06' })).refuses('R-INV-25');
  });
  it('R-INV-25: posts the candidates within three days of the report, for three days', () => {
    awarding(big(), tendered({ reportOn: '2026-01-25' })).refuses('R-INV-25');
    awarding(big(), tendered({ postedThrough: '2026-01-31' })).refuses('R-INV-25');
  });
  it('R-INV-25: has its dates on record', () => {
    awarding(big(), { ...tendered(), tender: null }).refuses('R-INV-25', 'R-INV-25');
  });
  it('R-NAT-13: rests on tender papers that state hiring and pay', () => {
    awarding(listed({ ...big(), approval: { mode: 'contractor' } } as object), tendered()).refuses('R-NAT-13');
  });
});

describe('what the contract says', () => {
  it('R-NAT-13: binds the contractor to local workers and to pay', () => {
    awarding(small(), award({ laborClause: '' })).refuses('R-NAT-13');
  });
  it('R-PAY-12: transfers labor cost at least monthly', () => {
    awarding(small(), award({ laborCostMonths: 2 })).refuses('R-PAY-12');
  });
  it('R-PAY-24: comes with the owner’s payment guarantee', () => {
    awarding(small(), award({ paymentGuarantee: null })).refuses('R-PAY-24');
  });
  it('R-INV-26: a collective that suits comes first, or it is said why not', () => {
    const suits = () => listed({ approval: { mode: 'contractor' }, parties: { collective: 'sihai-village' } });
    awarding(suits(), award({ contractor: 'sihai-village' })).records('ContractAwarded');
    awarding(suits(), award()).refuses('R-INV-26');
    awarding(suits(), award(), { 'R-INV-26': '集体经济组织不具备护坡施工能力' }).records(
      'WarningAccepted',
      'ContractAwarded',
    );
  });
});
