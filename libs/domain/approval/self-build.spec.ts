import { defaultParameters, parametersOn } from '../rulebook/parameters';
import type { CommandData } from '../registry';
import { given } from '../../../test/support/given';
import { approvalPapers, listed, planned, prepared, wageStandard } from '../../../test/support/projects';

type Resolution = CommandData<'recordResolution'>;
const village = { collective: 'sihai-village', villageSupervision: 'sihai-watch' };
const mode = (change: Partial<CommandData<'chooseConstructionMode'>> = {}) => ({
  mode: 'contractor' as const,
  ground: null,
  projectCode: '2026-110119-48-01-000123',
  ...change,
});
const selfBuild = () => listed({ parties: village, approval: { mode: 'collective' } });
const resolved = (change: Partial<Resolution> = {}) =>
  given(selfBuild()).when('recordResolution', {
    meeting: 'assembly',
    number: '四海村决〔2026〕2号',
    announcedOn: '2026-02-01',
    heldOn: '2026-02-11',
    entitled: 600,
    present: 301,
    agreed: 151,
    decided: ['works', 'laborAndMoney', 'contract'],
    ...change,
  });

describe('the construction mode', () => {
  it('R-TEAM-03: is chosen at approval: contractor, collective or mixed', () => {
    given(listed()).when('chooseConstructionMode', mode()).records('ConstructionModeChosen');
    const { after } = given(listed({ parties: village }))
      .when('chooseConstructionMode', mode({ mode: 'collective' }))
      .records('ConstructionModeChosen');
    expect(after.duties.map(({ key }) => key)).toContain('approval/recordResolution');
    given(planned()).when('chooseConstructionMode', mode()).refuses('P-ORDER');
  });
  it('needs a collective where one builds', () => {
    given(listed())
      .when('chooseConstructionMode', mode({ mode: 'mixed' }))
      .refuses('P-UNKNOWN');
  });
  it('stands once a contract or a resolution rests on it', () => {
    given(listed({ approval: { mode: 'collective' }, parties: village }))
      .when('chooseConstructionMode', mode())
      .records('ConstructionModeChosen');
    given(prepared({})).when('chooseConstructionMode', mode()).refuses('P-ONCE');
  });
  it('takes emergency as a ground for disaster rebuilding alone', () => {
    given(listed({ planning: { disaster: true } }))
      .when('chooseConstructionMode', mode({ ground: 'emergency' }))
      .records('ConstructionModeChosen');
    given(listed())
      .when('chooseConstructionMode', mode({ ground: 'emergency' }))
      .refuses('P-ORDER');
  });
  it('R-INV-08: the simplified path ends at the district’s ceiling, where it has set one', () => {
    const ceiling = (value: number) => ({
      facts: { parameters: { ...parametersOn(defaultParameters, '2026-03-02'), 'invest.simplified.ceiling': value } },
    });
    given(listed()).when('chooseConstructionMode', mode(), ceiling(1_000_000_00)).records('ConstructionModeChosen');
    given(listed()).when('chooseConstructionMode', mode(), ceiling(999_999_99)).refuses('R-INV-08');
  });
});

describe('the village resolution', () => {
  it('R-INV-27: decides works, labor and money, and the contract plan', () => {
    resolved().records('VillageResolved');
    resolved({ decided: ['works', 'contract'] }).refuses('R-INV-27');
  });
  it('R-INV-28: the assembly had ten days’ notice', () => {
    resolved({ announcedOn: '2026-02-02' }).refuses('R-INV-28');
  });
  it('R-INV-28: more than half of the adult villagers attend, and more than half of those agree', () => {
    resolved({ present: 300 }).refuses('R-INV-28');
    resolved({ present: 302, agreed: 151 }).refuses('R-INV-28');
  });
  it('R-INV-28: two thirds of the households’ representatives will do', () => {
    resolved({ meeting: 'households', entitled: 300, present: 200, agreed: 101 }).records('VillageResolved');
    resolved({ meeting: 'households', entitled: 300, present: 199, agreed: 101 }).refuses('R-INV-28');
  });
  it('R-INV-29: the representatives’ agenda was posted three days before', () => {
    const representatives = { meeting: 'representatives', entitled: 30, present: 20, agreed: 11 } as const;
    resolved({ ...representatives, announcedOn: '2026-02-08' }).records('VillageResolved');
    resolved({ ...representatives, announcedOn: '2026-02-09' }).refuses('R-INV-29');
  });
  it('R-INV-29: two thirds of the representatives attend, and more than half of those agree', () => {
    resolved({ meeting: 'representatives', entitled: 30, present: 19, agreed: 11 }).refuses('R-INV-29');
    resolved({ meeting: 'representatives', entitled: 30, present: 20, agreed: 10 }).refuses('R-INV-29');
  });
  it('counts nobody twice: no more agree than attend, no more attend than there are', () => {
    resolved({ present: 601, agreed: 400 }).refuses('R-INV-28');
    resolved({ present: 301, agreed: 302 }).refuses('R-INV-28');
  });
  it('is none of a contractor’s project', () => {
    given(listed({ approval: { mode: 'contractor' }, parties: village }))
      .when('recordResolution', { ...resolutionData(), decided: ['works', 'laborAndMoney', 'contract'] })
      .refuses('P-ORDER');
  });
  it('R-INV-27: stands before self-building leaves approval; no contract, no tender', () => {
    const ready = (resolution: object | null) =>
      prepared({
        parties: village,
        approval: { ...approvalPapers, mode: 'collective', award: null, resolution } as object,
      });
    const by = { as: 'developmentReform' } as const;
    given(ready({ number: '1', on: '2026-02-11', meeting: 'assembly' }))
      .when('completeApproval', {}, by)
      .records('ApprovalCompleted');
    given(ready(null)).when('completeApproval', {}, by).refuses('R-INV-27');
  });
  it('R-INV-27 R-LAW-02: mixed building needs both', () => {
    const mixed = prepared({ parties: village, approval: { mode: 'mixed', award: null } });
    given(mixed).when('completeApproval', {}, { as: 'developmentReform' }).refuses('R-INV-27', 'R-LAW-02');
  });
});

const resolutionData = (): Resolution => ({
  meeting: 'assembly',
  number: '四海村决〔2026〕2号',
  announcedOn: '2026-02-01',
  heldOn: '2026-02-11',
  entitled: 600,
  present: 301,
  agreed: 151,
  decided: [],
});

describe('the duty matrix', () => {
  const duties = { owner: '督促', builder: '组织务工', supervisor: '监督', township: '审核', district: '统筹' };
  const accepted = (body: string, person: string, acceptedOn: string | null = '2026-02-20') => ({
    body,
    person,
    acceptedOn,
  });
  const record = (change: Partial<CommandData<'recordDutyMatrix'>> = {}) =>
    given(listed()).when('recordDutyMatrix', {
      duties,
      projectUnit: accepted('sihai-owner', 'official-1'),
      supervisingUnit: accepted('yq-water', 'official-2'),
      ...change,
    });

  it('R-SUPV-01: says what each of the five parties answers for', () => {
    record().records('DutyMatrixRecorded');
    record({ duties: { ...duties, township: '' } }).refuses('R-SUPV-01');
  });
  it('R-NAT-30: names two units and two persons who both accepted', () => {
    record({ supervisingUnit: accepted('yq-water', 'official-2', null) }).refuses('R-NAT-30');
    record({ supervisingUnit: accepted('sihai-owner', 'official-2') }).refuses('R-NAT-30');
    record({ supervisingUnit: accepted('yq-water', 'official-1') }).refuses('R-NAT-30');
  });
});

describe('the wage standard', () => {
  const standard = (
    change: Partial<CommandData<'fileWageStandard'>> = {},
    project = listed({ parties: { contractor: 'yq-builder' } }),
  ) =>
    given(project).when('fileWageStandard', {
      segmentId: 's1',
      postClass: '普工',
      unit: 'day',
      rateFen: 180_00,
      from: '2026-03-02',
      basis: '参照四海镇2025年劳务市场日均报酬',
      ...change,
    });

  it('R-WAGE-02: is set by contractor, owner or collective with its basis, as version 1', () => {
    const { events } = standard().records('WageStandardFiled');
    expect(events[0]!.data).toMatchObject({ version: 1, setBy: 'yq-builder' });
  });
  it('R-WAGE-12: reaches the minimum wage of the day: eight hours of it, or one', () => {
    standard({ rateFen: 116_80 }).records('WageStandardFiled');
    standard({ rateFen: 116_79 }).refuses('R-WAGE-12');
    standard({ unit: 'hour', rateFen: 14_60 }).records('WageStandardFiled');
    standard({ unit: 'hour', rateFen: 14_59 }).refuses('R-WAGE-12');
  });
  it('R-WAGE-12: holds piece pay to the hours worked, when the sheet is made', () => {
    standard({ unit: 'piece', rateFen: 1 }).records('WageStandardFiled');
  });
  it('has a next version from its own day on, and none that reaches back', () => {
    const project = () =>
      listed({ parties: { contractor: 'yq-builder' }, approval: { wageStandards: [wageStandard()] } });
    const { events } = standard({}, project()).records('WageStandardFiled');
    expect(events[0]!.data).toMatchObject({ version: 2 });
    standard({ from: '2026-03-01' }, project()).refuses('P-TIME');
  });
  it('may be filed while works run', () => {
    standard({ postClass: '瓦工' }, prepared({ phase: 'segments' })).records('WageStandardFiled');
  });
  it('is for a segment of this project', () => {
    standard({ segmentId: 's7' }).refuses('P-UNKNOWN');
  });
});
