import { addDays, type CivilDate } from '#domain/calendar';
import { projectStream } from '#domain/stream';
import type { CommandInput } from '../http-client';
import { act, type Act } from './act';
import type { Town } from './project';

type Proposal = CommandInput<'proposeProject'>;

/** A project of the reserve pool: proposed, and for some of them no further yet. */
interface Pooled {
  readonly id: string;
  readonly name: string;
  readonly town: Town;
  readonly sector: readonly [kind: Proposal['sectors'][number], body: string];
  readonly segment: readonly [name: string, code: string];
  readonly posts: number;
  readonly payYuan: number;
  readonly totalYuan: number;
  /** 投资规模小 · 技术门槛低 · 前期工作简单 · 用工技能要求低 · 务工需求大 · 结合当地实际 */
  readonly scores: readonly [number, number, number, number, number, number];
  readonly reasons: Proposal['suitabilityReasons'];
  readonly proposedDaysAgo: number;
  /** 提出 · 可行性已说明 · 已入库储备 */
  readonly until: 'proposed' | 'feasible' | 'reserved';
}

const pool: readonly Pooled[] = [
  {
    id: 'demo-chubei-hubo',
    name: '演示·杏坡村河道护坡（储备）',
    town: 'xingpo',
    sector: ['water', 'ys-wat'],
    segment: ['护坡砌筑', 'WAT-02-01'],
    posts: 42,
    payYuan: 520_000,
    totalYuan: 1_460_000,
    scores: [92, 88, 84, 90, 86, 90],
    reasons: {
      smallInvestment: '计划总投资 146 万元',
      lowTechnicalBarrier: '干砌、浆砌块石，村内有 11 名砌筑工可带班',
      jobDemand: '摸底有务工意愿 58 人，岗位 42 个',
      localFit: '去年汛期冲毁 3 处，村民代表会议列为首位',
    },
    proposedDaysAgo: 120,
    until: 'reserved',
  },
  {
    id: 'demo-chubei-tianjian-lu',
    name: '演示·榆岭村田间道路（储备）',
    town: 'yuling',
    sector: ['agriculture', 'ys-ara'],
    segment: ['路床整形与铺筑', 'AGR-03-01'],
    posts: 56,
    payYuan: 610_000,
    totalYuan: 1_880_000,
    scores: [90, 86, 90, 84, 91, 83],
    reasons: {
      smallInvestment: '计划总投资 188 万元，简易审批',
      simpleEarlyWork: '利用原有路基，不新增用地',
      jobDemand: '与秋收错开，摸底有务工意愿 73 人',
    },
    proposedDaysAgo: 105,
    until: 'reserved',
  },
  {
    id: 'demo-chubei-budao',
    name: '演示·松泉乡林间步道（储备）',
    town: 'songquan',
    sector: ['cultureTourism', 'ys-cul'],
    segment: ['步道铺设', 'CUL-01-01'],
    posts: 30,
    payYuan: 380_000,
    totalYuan: 1_200_000,
    scores: [93, 80, 66, 85, 74, 79],
    reasons: {
      simpleEarlyWork: '穿越生态控制区，须先办理林地手续',
      localFit: '与乡级旅游线路相接，管护岗位可长期保留',
    },
    proposedDaysAgo: 90,
    until: 'feasible',
  },
  {
    id: 'demo-chubei-paishui',
    name: '演示·杏坡镇村庄排水沟',
    town: 'xingpo',
    sector: ['water', 'ys-wat'],
    segment: ['沟渠清淤与衬砌', 'WAT-03-01'],
    posts: 24,
    payYuan: 260_000,
    totalYuan: 820_000,
    scores: [95, 82, 88, 86, 70, 81],
    reasons: { smallInvestment: '计划总投资 82 万元', jobDemand: '农闲时段务工，岗位 24 个' },
    proposedDaysAgo: 60,
    until: 'feasible',
  },
  {
    id: 'demo-chubei-qiaohan',
    name: '演示·榆岭镇过水涵桥',
    town: 'yuling',
    sector: ['transport', 'ys-tra'],
    segment: ['路面与涵洞修筑', 'TRA-01-02'],
    posts: 18,
    payYuan: 540_000,
    totalYuan: 3_600_000,
    scores: [55, 48, 52, 50, 62, 76],
    reasons: {
      lowTechnicalBarrier: '涵桥主体须由专业队伍施工，可用工环节有限',
      lowSkillNeed: '钢筋、模板工序占比高',
    },
    proposedDaysAgo: 33,
    until: 'proposed',
  },
  {
    id: 'demo-chubei-tingche',
    name: '演示·松泉村公共服务设施周边整治',
    town: 'songquan',
    sector: ['agriculture', 'ys-ara'],
    segment: ['场地铺装', 'AGR-03-02'],
    posts: 20,
    payYuan: 240_000,
    totalYuan: 760_000,
    scores: [94, 85, 82, 88, 68, 72],
    reasons: { localFit: '村民代表会议表决通过，自建意愿强' },
    proposedDaysAgo: 12,
    until: 'proposed',
  },
];

export const pooledProjects: readonly { readonly id: string; readonly name: string; readonly segment: string }[] =
  pool.map(({ id, name, segment: [segment] }) => ({ id, name, segment }));

const villages: Readonly<Record<Town, string>> = { xingpo: '杏坡村', yuling: '榆岭村', songquan: '松泉村' };

function proposalOf({ id, name, town, sector, segment, posts, payYuan, totalYuan, scores, reasons }: Pooled): Proposal {
  const [smallInvestment, lowTechnicalBarrier, simpleEarlyWork, lowSkillNeed, jobDemand, localFit] = scores;
  const plannedLaborPayFen = payYuan * 100;
  return {
    name,
    scopeClass: 'smallMicro',
    disaster: false,
    sectors: [sector[0]],
    aims: ['steadyIncome', 'skills'],
    benefitLinks: ['laborPay', 'skillTraining'],
    segments: [
      {
        name: segment[0],
        kind: 'generalLabor',
        codes: [segment[1]],
        village: villages[town],
        plannedPosts: posts,
        plannedLaborPayFen,
      },
    ],
    fundLines: [{ source: 'district', amountFen: totalYuan * 100 }],
    plannedLaborPayFen,
    plannedPosts: posts,
    suitability: { smallInvestment, lowTechnicalBarrier, simpleEarlyWork, lowSkillNeed, jobDemand, localFit },
    suitabilityReasons: reasons,
    poolId: `YS-${id.slice('demo-'.length)}`,
    owner: 'ys-shuijian',
    sectorDepartment: sector[1],
    townships: [`ys-${town}`],
  };
}

/** How each of the pool's projects came as far as it is. @param anchor the day they are told back from */
export const poolActs = (anchor: CivilDate): readonly (readonly Act[])[] =>
  pool.map((pooled) => {
    const stream = projectStream(pooled.id);
    const proposedOn = addDays(anchor, -pooled.proposedDaysAgo);
    const all = [
      act(stream, 'proposeProject', `ys-${pooled.town}/handler`, proposedOn, proposalOf(pooled)),
      act(stream, 'stateFeasibility', 'ys-shuijian/handler', addDays(proposedOn, 4), {
        qualityHolds: true,
        safetyHolds: true,
        scheduleHolds: true,
        postsNearHome: true,
        statement: '工序以人工为主，当地劳动力经培训可以胜任；质量、安全、进度均有保证，岗位就近安排。',
      }),
      act(stream, 'reserveProject', 'ys-gov/leader', addDays(proposedOn, 9), {}),
    ];
    return all.slice(0, { proposed: 1, feasible: 2, reserved: 3 }[pooled.until]);
  });
