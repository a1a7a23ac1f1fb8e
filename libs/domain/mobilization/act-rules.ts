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

/** A comparison in the order people read it. */
export const yes = (holds: boolean, need: string, found: string, mend: string, field?: string): Comparison => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});

/** Dated parameter `survey.refresh`, in months. */
export const refreshMonths = ({ parameters }: Pick<AnyFacts, 'parameters'>): number =>
  parameters['survey.refresh'] ?? 12;

/** Last day on which a survey counts as fresh. @rule R-SURV-01 */
export const validUntil = (survey: Pick<Survey, 'on'>, facts: Pick<AnyFacts, 'parameters'>): string =>
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

/** Post classes without a pay standard in force when their posts begin. @rule R-WAGE-02 */
export const withoutStandard = (
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

/** @rule R-WAGE-02 */
export const standardSet = (missing: readonly string[], field?: string): Comparison =>
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
