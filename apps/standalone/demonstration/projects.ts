import type { PayStory } from './stages/wages';
import type { ApprovalStory, PostStory, Proposal, Story } from './story';

/** Where its parties come from. */
export type Town = 'xingpo' | 'yuling' | 'songquan';

/** A project of the demonstration district: facts that its acts follow from. */
export interface DemonstrationProject {
  readonly id: string;
  readonly name: string;
  /** the published project whose structure and amounts it copies */
  readonly basedOn: string;
  readonly town: Town;
  readonly mode: Story['mode'];
  readonly approval: ApprovalStory['kind'];
  readonly contractYuan?: number;
  readonly scopeClass: Proposal['scopeClass'];
  readonly disaster?: true;
  readonly sector: { readonly body: string; readonly kind: Proposal['sectors'][number] };
  /** one for each segment */
  readonly segments: readonly { readonly name: string; readonly code: string; readonly posts: readonly PostStory[] }[];
  readonly funds: readonly (readonly [source: Proposal['fundLines'][number]['source'], yuan: number])[];
  readonly laborPayYuan: number;
  readonly plannedPosts: number;
  /** numbers of the invented workers, first to last; split evenly among the segments */
  readonly workers: readonly [first: number, last: number];
  /** so many workers of the list with so many days; the others in `rest` */
  readonly days: readonly { readonly workers: number; readonly days: number }[];
  /** every n-th working day is worked, so that a short list spans months */
  readonly every: number;
  /** days from the last day worked until now; negative for works that still go on, or lie ahead */
  readonly endedDaysAgo: number;
  /** days from the beginning of its approval until now, where the works alone do not say it */
  readonly approvedDaysAgo?: number;
  /** how the pay of the months goes, by their order: 0 the first */
  readonly pay?: Readonly<Record<number, PayStory & { disputes?: true }>>;
  /** the sheet of the month before this one still waits for the workers' word */
  readonly lastMonthWaits?: boolean;
  readonly extra?: 'upkeep' | 'twoSites' | 'lowShare' | 'untrained';
  /** another project that must have been told first */
  readonly after?: string;
  /** seeded on purpose, each with its rule */
  readonly faults?: readonly { readonly rule: string; readonly what: string }[];
}

const laborer = (rateYuan: number, number: number): PostStory => ({
  title: '力工',
  postClass: '普工',
  number,
  rateFen: rateYuan * 100,
});
const mason = (rateYuan: number, number: number): PostStory => ({
  title: '砌筑工',
  postClass: '技工',
  number,
  rateFen: rateYuan * 100,
  riskClass: 'standard',
  skill: 'masonry',
});
const helper = (rateYuan: number, number: number): PostStory => ({
  title: '辅助工（弱劳力）',
  postClass: '辅助工',
  number,
  rateFen: rateYuan * 100,
});

const water = { body: 'ys-wat', kind: 'water' } as const;
const agriculture = { body: 'ys-ara', kind: 'agriculture' } as const;
const transport = { body: 'ys-tra', kind: 'transport' } as const;
const sports = { body: 'ys-spo', kind: 'sports' } as const;

/** Every stage occupied, two lives told to their end, faults seeded on purpose. */
export const demonstrationProjects: readonly DemonstrationProject[] = [
  {
    // 27 workers × 19 days and 34 × 18, at the printed 280 yuan: 315 000 yuan to 61 people, as published.
    id: 'demo-chanye-daolu',
    name: '演示·杏坡村产业道路和蓄水池',
    basedOn: 'SC-DA-QH',
    town: 'xingpo',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_600_000,
    scopeClass: 'smallMicro',
    sector: agriculture,
    segments: [{ name: '产业道路铺筑', code: 'AGR-03-02', posts: [laborer(280, 61)] }],
    funds: [
      ['fiscalTask', 3_900_000],
      ['district', 300_000],
    ],
    laborPayYuan: 315_000,
    plannedPosts: 61,
    workers: [101, 161],
    days: [
      { workers: 27, days: 19 },
      { workers: 34, days: 18 },
    ],
    every: 1,
    endedDaysAgo: 210,
  },
  {
    id: 'demo-jianshen-budao',
    name: '演示·松泉乡健身步道',
    basedOn: 'SD-FX-DTZ-2023',
    town: 'songquan',
    mode: 'contractor',
    approval: 'adopted',
    contractYuan: 36_000_000,
    scopeClass: 'alreadyDecided',
    sector: sports,
    segments: [{ name: '步道铺设', code: 'CUL-01-01', posts: [laborer(200, 60)] }],
    funds: [['district', 40_000_000]],
    laborPayYuan: 300_000,
    plannedPosts: 60,
    workers: [201, 220],
    days: [{ workers: 20, days: 12 }],
    every: 3,
    endedDaysAgo: 95,
    extra: 'upkeep',
  },
  {
    id: 'demo-tudi-zhengli',
    name: '演示·杏坡镇土地整理',
    basedOn: 'NX-JF-FD-2025',
    town: 'xingpo',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_900_000,
    scopeClass: 'smallMicro',
    sector: agriculture,
    segments: [{ name: '田块平整', code: 'AGR-01-01', posts: [laborer(300, 200), helper(150, 100)] }],
    funds: [
      ['centralBudget', 5_000_000],
      ['district', 3_145_300],
    ],
    laborPayYuan: 3_000_000,
    plannedPosts: 300,
    workers: [1, 14],
    days: [{ workers: 14, days: 36 }],
    every: 3,
    endedDaysAgo: -20,
    pay: { 0: { daysLate: 4 }, 1: { disputes: true } },
    lastMonthWaits: true,
    faults: [
      { rule: 'R-PAY-17', what: '首月报酬迟发 4 日，写明了原因' },
      { rule: 'R-WAGE-22', what: '一名务工人员对出工日数提出异议，答复维持' },
    ],
  },
  {
    id: 'demo-cunzhuang-zhengzhi',
    name: '演示·杏坡村村庄整治提升（村民自建）',
    basedOn: 'HB-JYX-GJT-2026',
    town: 'xingpo',
    mode: 'collective',
    approval: 'small',
    scopeClass: 'smallMicro',
    sector: agriculture,
    segments: [{ name: '生产道路硬化', code: 'AGR-03-01', posts: [laborer(200, 117)] }],
    funds: [
      ['centralBudget', 3_700_000],
      ['district', 280_000],
    ],
    laborPayYuan: 1_860_000,
    plannedPosts: 117,
    workers: [21, 32],
    days: [{ workers: 12, days: 20 }],
    every: 3,
    endedDaysAgo: -15,
    extra: 'twoSites',
    after: 'demo-tudi-zhengli',
    faults: [{ rule: 'R-ATT-15', what: '同一人同一日在两处登记考勤，被挡下' }],
  },
  {
    id: 'demo-nongtian-shuiqu',
    name: '演示·榆岭镇农田水利渠道配套',
    basedOn: 'GX-HS-LN-2026',
    town: 'yuling',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_489_400,
    scopeClass: 'smallMicro',
    sector: water,
    segments: [{ name: '渠道清基与衬砌', code: 'WAT-03-01', posts: [laborer(200, 110), mason(300, 20)] }],
    funds: [
      ['fiscalTask', 3_200_000],
      ['district', 859_600],
    ],
    laborPayYuan: 1_600_400,
    plannedPosts: 130,
    workers: [33, 44],
    days: [{ workers: 12, days: 18 }],
    every: 2,
    endedDaysAgo: 7,
  },
  {
    id: 'demo-shuihui-xiufu',
    name: '演示·松泉乡水毁修复',
    basedOn: 'GS-GL-2021',
    town: 'songquan',
    mode: 'contractor',
    approval: 'emergency',
    contractYuan: 2_600_000,
    scopeClass: 'smallMicro',
    disaster: true,
    sector: water,
    segments: [{ name: '水毁道路修复', code: 'DIS-01-01', posts: [laborer(200, 60)] }],
    funds: [
      ['municipal', 3_000_000],
      ['district', 320_000],
    ],
    laborPayYuan: 500_000,
    plannedPosts: 60,
    workers: [45, 54],
    days: [{ workers: 10, days: 16 }],
    every: 2,
    endedDaysAgo: 29,
  },
  {
    id: 'demo-xiangcun-daolu',
    name: '演示·榆岭村乡村道路（村民自建）',
    basedOn: 'YN-CN-TY-2025',
    town: 'yuling',
    mode: 'collective',
    approval: 'small',
    scopeClass: 'smallMicro',
    sector: transport,
    segments: [{ name: '路床整形与养护', code: 'TRA-01-03', posts: [laborer(200, 236)] }],
    funds: [
      ['fiscalTask', 3_980_000],
      ['collective', 9_800],
    ],
    laborPayYuan: 1_200_000,
    plannedPosts: 236,
    workers: [55, 66],
    days: [
      { workers: 6, days: 20 },
      { workers: 6, days: 18 },
    ],
    every: 2,
    endedDaysAgo: 60,
  },
  {
    id: 'demo-tongcun-gonglu',
    name: '演示·松泉乡通村公路',
    basedOn: 'SN-HL-JTM-2025',
    town: 'songquan',
    mode: 'contractor',
    approval: 'full',
    contractYuan: 3_300_000,
    scopeClass: 'alreadyDecided',
    sector: transport,
    segments: [{ name: '混凝土摊铺整平', code: 'TRA-02-03', posts: [laborer(200, 48), mason(280, 10)] }],
    funds: [
      ['fiscalTask', 2_800_000],
      ['district', 950_000],
    ],
    laborPayYuan: 1_220_000,
    plannedPosts: 58,
    workers: [67, 76],
    days: [{ workers: 10, days: 18 }],
    every: 2,
    endedDaysAgo: -18,
    extra: 'untrained',
    faults: [{ rule: 'R-TRAIN-10', what: '未参加安全生产培训的人员上岗，被挡下' }],
  },
  {
    id: 'demo-qudao-yinghua',
    name: '演示·杏坡镇灌渠边坡硬化',
    basedOn: 'XJ-SW-AJH-2024',
    town: 'xingpo',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 2_900_000,
    scopeClass: 'smallMicro',
    sector: water,
    segments: [{ name: '边坡砌筑', code: 'WAT-02-01', posts: [laborer(200, 90)] }],
    funds: [['fiscalTask', 3_400_000]],
    laborPayYuan: 900_000,
    plannedPosts: 90,
    workers: [221, 232],
    days: [{ workers: 12, days: 24 }],
    every: 3,
    endedDaysAgo: 180,
  },
  {
    id: 'demo-gaobiaozhun-nongtian',
    name: '演示·高标准农田建设劳务环节',
    basedOn: 'BJ-YQ-SJY-2024',
    town: 'yuling',
    mode: 'contractor',
    approval: 'parent',
    scopeClass: 'majorLabor',
    sector: agriculture,
    segments: [
      { name: '田块平整', code: 'AGR-01-01', posts: [laborer(250, 80)] },
      { name: '田间道路修葺', code: 'AGR-03-01', posts: [laborer(250, 40)] },
    ],
    funds: [['municipal', 20_000_000]],
    laborPayYuan: 1_600_000,
    plannedPosts: 120,
    workers: [77, 92],
    days: [{ workers: 8, days: 16 }],
    every: 3,
    endedDaysAgo: -16,
  },
  {
    id: 'demo-meili-xiangcun',
    name: '演示·榆岭村美丽宜居村庄整治',
    basedOn: 'NX-TX-TF-2026',
    town: 'yuling',
    mode: 'contractor',
    approval: 'full',
    contractYuan: 3_950_000,
    scopeClass: 'alreadyDecided',
    sector: agriculture,
    segments: [{ name: '村庄道路铺装', code: 'AGR-03-02', posts: [laborer(200, 60), mason(300, 12)] }],
    funds: [
      ['fiscalTask', 4_000_000],
      ['district', 1_160_200],
    ],
    laborPayYuan: 2_068_000,
    plannedPosts: 72,
    workers: [233, 242],
    days: [{ workers: 10, days: 20 }],
    every: 1,
    endedDaysAgo: -46,
  },
  {
    id: 'demo-nongcun-jichu',
    name: '演示·杏坡镇农村基础设施',
    basedOn: 'AH-SX-HQ-2026',
    town: 'xingpo',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_100_000,
    scopeClass: 'smallMicro',
    sector: transport,
    segments: [{ name: '混凝土道路修建', code: 'TRA-02-03', posts: [laborer(200, 70)] }],
    funds: [
      ['centralBudget', 3_200_000],
      ['district', 350_000],
    ],
    laborPayYuan: 1_446_000,
    plannedPosts: 70,
    workers: [243, 252],
    days: [{ workers: 10, days: 20 }],
    every: 1,
    endedDaysAgo: -72,
  },
  {
    id: 'demo-zhongxiaoxing-sheshi',
    name: '演示·松泉乡中小型基础设施',
    basedOn: 'CQ-WL-TZ-2026',
    town: 'songquan',
    mode: 'contractor',
    approval: 'full',
    contractYuan: 3_800_000,
    scopeClass: 'alreadyDecided',
    sector: transport,
    segments: [{ name: '农村道路硬化', code: 'TRA-02-03', posts: [laborer(200, 90)] }],
    funds: [
      ['centralBudget', 6_407_200],
      ['district', 340_000],
    ],
    // Not printed: the least that 30% of the central money allows, rounded up.
    laborPayYuan: 1_930_000,
    plannedPosts: 90,
    workers: [253, 258],
    days: [{ workers: 6, days: 20 }],
    every: 1,
    endedDaysAgo: -109,
    approvedDaysAgo: 4,
  },
  {
    id: 'demo-shifan-gongcheng',
    name: '演示·榆岭镇以工代赈示范工程',
    basedOn: 'CQ-WX-GLXB-2025',
    town: 'yuling',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_900_000,
    scopeClass: 'smallMicro',
    sector: water,
    segments: [{ name: '沟渠清淤与衬砌', code: 'WAT-03-01', posts: [laborer(200, 100)] }],
    funds: [['centralBudget', 6_760_000]],
    laborPayYuan: 2_060_000,
    plannedPosts: 100,
    workers: [281, 286],
    days: [{ workers: 6, days: 20 }],
    every: 1,
    endedDaysAgo: -107,
    approvedDaysAgo: 6,
  },
  {
    id: 'demo-douqu-fangshen',
    name: '演示·榆岭镇斗渠防渗改造',
    basedOn: 'XJ-HT-AKQL-2020',
    town: 'yuling',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_700_000,
    scopeClass: 'smallMicro',
    sector: water,
    segments: [{ name: '斗渠防渗衬砌', code: 'WAT-03-01', posts: [laborer(200, 40)] }],
    funds: [
      ['centralBudget', 4_940_000],
      ['district', 3_530_000],
    ],
    laborPayYuan: 740_000,
    plannedPosts: 40,
    workers: [259, 264],
    days: [{ workers: 6, days: 20 }],
    every: 1,
    endedDaysAgo: -80,
    extra: 'lowShare',
    faults: [{ rule: 'R-FUND-10', what: '计划劳务报酬 74 万元，低于中央资金的 30%，立项审批办不结' }],
  },
  {
    id: 'demo-chanye-lu-chubei',
    name: '演示·松泉乡产业道路（储备）',
    basedOn: 'SC-CT-SMG-2022',
    town: 'songquan',
    mode: 'contractor',
    approval: 'small',
    contractYuan: 3_500_000,
    scopeClass: 'smallMicro',
    sector: transport,
    segments: [{ name: '产业道路建设', code: 'TRA-01-02', posts: [laborer(200, 56)] }],
    funds: [
      ['fiscalTask', 4_000_000],
      ['district', 650_000],
    ],
    laborPayYuan: 922_000,
    plannedPosts: 56,
    workers: [265, 268],
    days: [{ workers: 4, days: 10 }],
    every: 1,
    endedDaysAgo: -153,
  },
];
