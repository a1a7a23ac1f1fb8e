import { addMonths } from '../calendar';
import { standardOn } from '../approval/state';
import type { DataOf } from '../command';
import type { AnyFacts, FactValues } from '../facts';
import type { Survey } from '../organization/organization';
import type { Project, Segment } from '../project';
import type { RosterRow } from '../rows';
import { check, type Check, type Comparison } from '../rules';
import type { mobilizationCommands } from './messages';
import { namedBefore, perWorker } from './per-worker';
import { employerFor } from './segment-order';
import { standingOf } from './standing';
import type { JobPost } from './state';

/** What a stage's gates look at: the same on the page as in the decision. */
export interface AtGate {
  project: Project;
  segment?: Segment;
  facts: AnyFacts;
  /** civil date of the look */
  on: string;
}

const yes = (holds: boolean, need: string, found: string, mend: string, field?: string): Comparison => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});

/** Dated parameter `survey.refresh`, in months. */
const refreshMonths = ({ parameters }: Pick<AnyFacts, 'parameters'>): number => parameters['survey.refresh'] ?? 12;

const validUntil = (survey: Pick<Survey, 'on'>, facts: Pick<AnyFacts, 'parameters'>): string =>
  addMonths(survey.on, refreshMonths(facts));

interface Opening {
  data: DataOf<typeof mobilizationCommands.openMobilization>;
  facts: Pick<AnyFacts, 'parameters' | 'on'> & Pick<FactValues, 'district'>;
}

/** The district comes first: its mechanism with all parties, its survey in force. @clause CL-32 CL-11 */
export const openingRules: readonly Check<Opening>[] = [
  check('R-COORD-01', ({ data, facts }) => {
    const { laborMechanism } = facts.district;
    const types = new Set(laborMechanism?.partyTypes);
    const missing = (
      [
        ['districtDepartment', '区级部门'],
        ['owner', '项目业主'],
        ['contractor', '施工单位'],
        ['township', '乡镇'],
      ] as const
    )
      .filter(([type]) => !types.has(type) && !(type === 'contractor' && types.has('collective')))
      .map(([, name]) => name);
    const named = laborMechanism !== null && laborMechanism.id === data.mechanismId;
    return yes(
      named && missing.length === 0,
      '本区有效的劳务沟通协调机制，成员含区级部门、业主、施工单位（或村集体）、乡镇',
      named ? (missing.length > 0 ? `缺少${missing.join('、')}` : '成员齐全') : '本区没有这一机制',
      '由区人民政府建立或补充劳务沟通协调机制后再办理',
      'mechanismId',
    );
  }),
  check('R-SURV-01', ({ data, facts }) => {
    const survey = facts.district.surveys.find(({ id }) => id === data.surveyId);
    const until = survey && validUntil(survey, facts);
    return yes(
      until !== undefined && until >= facts.on,
      `${refreshMonths(facts)} 个月内的劳动力摸底调查`,
      survey ? `${survey.on} 的调查，有效至 ${until}` : '本区没有这次调查',
      '由区人民政府组织摸底调查并登记后再办理',
      'surveyId',
    );
  }),
  check('R-TEAM-02', ({ data }) =>
    yes(
      !data.weakCollectivePassedOver,
      '存在“返薄”风险的集体优先承担或组队',
      data.weakCollectivePassedOver ? '有这样的集体而未选用' : '没有未选用的',
      '改由该集体承担或组队，或说明不选用的理由',
      'weakCollectivePassedOver',
    ),
  ),
];

/** The first day on which a post's pay must be known: hiring comes before it begins. @rule R-WAGE-02 */
const paidFrom = ({ startsOn }: Pick<JobPost, 'startsOn'>, on: string): string => (startsOn > on ? startsOn : on);

const withoutStandard = (
  project: Project,
  segmentId: string,
  posts: readonly Omit<JobPost, 'id'>[],
  on: string,
): string[] => [
  ...new Set(
    posts
      .filter((post) => !standardOn(project.approval, segmentId, post.postClass, paidFrom(post, on)))
      .map(({ postClass }) => postClass),
  ),
];

const standardSet = (missing: readonly string[], field?: string): Comparison =>
  yes(
    missing.length === 0,
    '每类岗位在招用前有报备的劳务报酬标准',
    missing.length > 0 ? `${missing.join('、')} 没有在用标准` : '均有在用标准',
    '由业主或施工单位先办理“确定报酬标准”',
    field,
  );

interface Publishing {
  project: Project;
  data: DataOf<typeof mobilizationCommands.publishPosts>;
  on: string;
}

/** Posts with number, skills, place, period and pay, before hiring. @clause CL-32 CL-34 */
export const publishRules: readonly Check<Publishing>[] = [
  check('R-JOB-01', ({ data, on }) => {
    const wrong = data.posts.findIndex(({ startsOn, endsOn }) => endsOn < startsOn || endsOn < on);
    return yes(
      wrong < 0,
      '岗位期限起止有先后，且未到期',
      wrong < 0 ? '期限有效' : `第 ${wrong + 1} 个岗位 ${data.posts[wrong]!.startsOn} 至 ${data.posts[wrong]!.endsOn}`,
      '更正岗位期限',
      `posts.${Math.max(wrong, 0)}.endsOn`,
    );
  }),
  check('R-WAGE-02', ({ project, data, on }) =>
    standardSet(withoutStandard(project, data.segmentId, data.posts, on), 'posts'),
  ),
];

interface Signing {
  segment: Segment;
  data: DataOf<typeof mobilizationCommands.signAgreements>;
  roster: readonly RosterRow[];
}

const itemNames = {
  workAndPlace: '工作内容',
  payStandard: '报酬标准',
  payDate: '支付时间',
  payMethod: '支付方式',
} as const;

const stated = ({ data }: Signing, items: readonly (keyof typeof itemNames)[]): Comparison => {
  const missing = items.filter((item) => !data.states.includes(item)).map((item) => itemNames[item]);
  return yes(
    missing.length === 0,
    `协议写明${items.map((item) => itemNames[item]).join('、')}`,
    missing.length > 0 ? `未写明${missing.join('、')}` : '均已写明',
    '补充协议内容后再登记',
    'states',
  );
};

/** A written agreement with each worker. @clause CL-34 */
export const agreementRules: readonly Check<Signing>[] = [
  check('R-NAT-21', (input) => stated(input, ['workAndPlace', 'payStandard'])),
  check('R-ROST-15', (input) => stated(input, ['payStandard', 'payDate', 'payMethod'])),
  check('R-ROST-10', ({ segment, data, roster }) =>
    perWorker(data.workers, ({ personRef }) => standingOf(roster, segment.id, personRef) === undefined, {
      need: '已实名列入名册的人员',
      fault: '不在名册上',
      mend: '先列入名册，再登记协议',
    }),
  ),
  check('R-ROST-11', ({ segment, data, roster }) =>
    perWorker(
      data.workers,
      ({ personRef, engagement }) => {
        const standing = standingOf(roster, segment.id, personRef);
        return standing !== undefined && standing.engagement !== engagement;
      },
      { need: '协议的用工形式与名册一致', fault: '用工形式与名册不一致', mend: '按名册登记的用工形式签订，或更正名册' },
    ),
  ),
  check('P-ONCE', ({ segment, data, roster }) =>
    perWorker(
      data.workers,
      (worker, index) =>
        namedBefore(data.workers, worker, index) || standingOf(roster, segment.id, worker.personRef)?.agreement != null,
      { need: '每人签订一份协议', fault: '已登记协议', mend: '删去重复的行' },
    ),
  ),
];

interface Readying {
  project: Project;
  segment: Segment;
  data: DataOf<typeof mobilizationCommands.readyPayChannel>;
}

/** One pay account per employer and project; a contractor's is the special wage account. @clause CL-34 */
export const payChannelRules: readonly Check<Readying>[] = [
  check('R-PAY-10', ({ project, segment, data }) => {
    const employer = employerFor(project, segment);
    const contractor = employer === project.parties?.contractor;
    const other = project.segments.find(
      ({ id, kind, mobilization }) =>
        id !== segment.id &&
        mobilization.payChannel !== null &&
        employerFor(project, { ...segment, id, kind }) === employer,
    )?.mobilization.payChannel;
    const fits = !(contractor && data.kind === 'collectiveAccount');
    const same = !other || (other.kind === data.kind && other.bank === data.bank);
    return yes(
      fits && same,
      contractor ? '施工单位开立本项目唯一的农民工工资专用账户（或财政一卡通代发）' : '本项目唯一的报酬发放账户',
      !fits ? '村集体账户' : same ? '账户符合要求' : `其他环节已用${other.bank}的账户`,
      '使用本项目已开立的账户，或先开立专用账户',
      'kind',
    );
  }),
];

interface Checking {
  project: Project;
  segment: Segment;
  data: DataOf<typeof mobilizationCommands.recordRosterCheck>;
  body: string;
}

/** The owner supervises the employer's roster, attendance and pay; nobody supervises itself. @clause CL-32 */
export const rosterCheckRules: readonly Check<Checking>[] = [
  check('R-ROST-01', ({ project, segment, data, body }) => {
    const itself = body === employerFor(project, segment);
    const due =
      segment.construction.startedOn === null ? (['roster'] as const) : (['roster', 'attendance', 'pay'] as const);
    const names = { roster: '名册台账', attendance: '每日考勤', pay: '报酬发放' };
    const missing = due.filter((topic) => !data.topics.includes(topic)).map((topic) => names[topic]);
    return yes(
      !itself && missing.length === 0,
      `由用工单位以外的监督方检查${due.map((topic) => names[topic]).join('、')}`,
      itself ? '用工单位自查' : missing.length > 0 ? `未检查${missing.join('、')}` : '检查内容齐全',
      itself ? '由业主、乡镇或村务监督委员会检查' : '补充检查后再登记',
      'topics',
    );
  }),
];

/** Gates of mobilization: met before the segment goes on to training. @clause CL-32 CL-11 CL-34 */
export const mobilizationGates: readonly Check<AtGate>[] = [
  check('R-COORD-01', ({ segment }) =>
    yes(
      segment?.mobilization.basis != null,
      '已引用本区劳务沟通协调机制',
      segment?.mobilization.basis ? segment.mobilization.basis.mechanismId : '尚未引用',
      '由乡镇或业主办理“启动组织动员”',
    ),
  ),
  check('R-SURV-01', ({ segment, facts, on }) => {
    const dates = (facts.district?.surveys ?? []).map((survey) => survey.on);
    const basis = segment?.mobilization.basis;
    const latest = [...dates, ...(basis ? [basis.surveyedOn] : [])].toSorted().at(-1);
    const until = latest && validUntil({ on: latest }, facts);
    return yes(
      basis != null && until !== undefined && until >= on,
      `摸底调查在 ${refreshMonths(facts)} 个月有效期内`,
      latest ? `${latest} 的调查，有效至 ${until}` : '没有摸底调查',
      '由区人民政府更新摸底调查',
    );
  }),
  check('R-JOB-01', ({ segment }) => {
    const posts = segment?.mobilization.posts.length ?? 0;
    return yes(posts > 0, '岗位已公布', posts > 0 ? `已公布 ${posts} 个岗位` : '尚未公布', '由用工单位办理“公布岗位”');
  }),
  check('R-WAGE-02', ({ project, segment, on }) =>
    standardSet(segment ? withoutStandard(project, segment.id, segment.mobilization.posts, on) : []),
  ),
  check('R-ROST-02', ({ facts }) => {
    const enrolled = facts.coverage?.enrolled ?? 0;
    return yes(enrolled > 0, '统一用工名册上有人员', `在册 ${enrolled} 人`, '由用工单位办理“列入名册”');
  }),
  check('R-QUAL-03', ({ segment, facts }) => {
    const vacant = (segment?.mobilization.posts ?? []).filter(
      ({ id, key }) => key && !(facts.coverage?.byPost[id] ?? 0),
    );
    return yes(
      vacant.length === 0,
      '每个关键岗位至少有一名已签协议的人员',
      vacant.length > 0 ? `${vacant.map(({ title }) => `“${title}”`).join('、')}无人` : '关键岗位均有人员',
      '为关键岗位招用具备技能的人员',
    );
  }),
  check('R-ROST-10', ({ facts }) => {
    const { enrolled = 0, agreed = 0 } = facts.coverage ?? {};
    return yes(
      agreed >= enrolled,
      '在册人员均有劳动合同或用工书面协议',
      `在册 ${enrolled} 人，已签 ${agreed} 人`,
      '由用工单位办理“登记用工协议”，或为未签人员办理离场',
    );
  }),
  check('R-PAY-16', ({ facts }) => {
    const { agreed = 0, withCard = 0 } = facts.coverage ?? {};
    return yes(
      withCard >= agreed,
      '每人登记本人名下的银行卡或社保卡',
      `已签 ${agreed} 人，已登记卡 ${withCard} 人`,
      '为每人登记本人的卡',
    );
  }),
  check('R-PAY-10', ({ segment }) => {
    const channel = segment?.mobilization.payChannel;
    return yes(
      channel != null,
      '报酬发放账户已开立',
      channel ? `${channel.bank}，${channel.openedOn} 开立` : '尚未开立',
      '由用工单位办理“落实发放渠道”',
    );
  }),
  check('R-ROST-18', ({ segment }) =>
    yes(
      segment?.mobilization.laborPayOfficer === true,
      '已配备劳资专管员',
      segment?.mobilization.laborPayOfficer ? '已配备' : '尚未配备',
      '在“落实发放渠道”中写明劳资专管员岗位',
    ),
  ),
  check('R-INS-01', ({ segment }) => {
    const from = segment?.mobilization.insuredFrom;
    return yes(
      from != null,
      '已参加工伤保险（可按项目参保）',
      from ? `自 ${from} 起` : '尚未参保',
      '由用工单位办理“登记保险”',
    );
  }),
];
