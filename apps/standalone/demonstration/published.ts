/**
 * Figures of published work-relief projects, in whole yuan as printed; null where the page does not say. The demonstration
 * copies structure and amounts under invented names, never the projects themselves.
 */
export interface PublishedProject {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly publisher: string;
  readonly totalYuan: number | null;
  readonly laborPayYuan: number | null;
  /** pay planned, or paid so far */
  readonly laborPayIs: 'planned' | 'paid';
  readonly workers: number | null;
  /** a day rate that is printed */
  readonly dayRateYuan?: number;
}

const published = (
  id: string,
  name: string,
  [source, publisher]: readonly [string, string],
  totalYuan: number | null,
  [laborPayYuan, laborPayIs]: readonly [number | null, PublishedProject['laborPayIs']],
  workers: number | null,
  dayRateYuan?: number,
): PublishedProject => ({
  id,
  name,
  source,
  publisher,
  totalYuan,
  laborPayYuan,
  laborPayIs,
  workers,
  ...(dayRateYuan !== undefined && { dayRateYuan }),
});

export const publishedProjects = [
  published(
    'SC-DA-QH',
    '大安区回龙镇庆华村中央财政衔接资金以工代赈项目',
    ['大安区回龙镇庆华村以工代赈项目报道', '地方媒体'],
    4_200_000,
    [315_000, 'paid'],
    61,
    280,
  ),
  published(
    'SD-FX-DTZ-2023',
    '费县大田庄乡健身步道项目',
    ['山东费县：大田庄乡“以工代赈”促村民增收', '中国发展网'],
    40_000_000,
    [300_000, 'paid'],
    60,
  ),
  published(
    'NX-JF-FD-2025',
    '金凤区丰登镇联丰村、新丰村土地整理以工代赈项目',
    ['金凤区丰登镇土地整理以工代赈项目开工', '宁夏新闻网'],
    8_145_300,
    [3_000_000, 'planned'],
    300,
    300,
  ),
  published(
    'HB-JYX-GJT-2026',
    '广济堂村2026年村庄整治提升以工代赈项目',
    ['2025年第四批以工代赈中央预算内投资计划公告公示', '县发展和改革部门'],
    3_980_000,
    [1_860_000, 'planned'],
    117,
  ),
  published(
    'GX-HS-LN-2026',
    '合山市岭南镇农田水利渠道配套以工代赈项目',
    ['岭南镇农田水利渠道配套以工代赈项目项目建议书批复', '合山市发展和改革局'],
    4_059_600,
    [1_600_400, 'planned'],
    130,
  ),
  published(
    'GS-GL-2021',
    '皋兰县2021年度以工代赈水毁修复项目',
    ['省发改委提前下达2021年度以工代赈资金', '每日甘肃网'],
    3_320_000,
    [500_000, 'planned'],
    60,
  ),
  published(
    'YN-CN-TY-2025',
    '昌宁县田园镇2025年中央财政以工代赈项目',
    ['昌宁县田园镇2025年中央财政以工代赈项目公示', '昌宁县发展和改革局'],
    3_989_800,
    [1_200_000, 'planned'],
    236,
  ),
  published(
    'SN-HL-JTM-2025',
    '黄龙县界头庙镇2025年中央财政以工代赈项目',
    ['黄龙县2025年第二批中央财政衔接推进乡村振兴补助资金以工代赈任务计划下达通知', '黄龙县发展改革部门'],
    3_750_000,
    [1_220_000, 'planned'],
    58,
  ),
  published(
    'XJ-SW-AJH-2024',
    '沙湾市安集海镇安集海村边坡硬化财政以工代赈项目',
    ['沙湾市安集海镇以工代赈项目开工', '中新网新疆'],
    3_400_000,
    [900_000, 'planned'],
    90,
  ),
  published(
    'BJ-YQ-SJY-2024',
    '延庆区沈家营镇2024年高标准农田建设（以工代赈方式）',
    ['北京延庆以工代赈“小项目”书写乡村振兴“大文章”', '中国政府采购招标网（转载）'],
    20_000_000,
    [1_600_000, 'paid'],
    120,
  ),
  published(
    'NX-TX-TF-2026',
    '同心县河西镇塘坊村2026年美丽宜居村庄整治提升以工代赈项目',
    ['同心县河西镇塘坊村2026年美丽宜居村庄整治提升以工代赈项目初步设计的批复', '同心县发展和改革局'],
    5_160_200,
    [2_068_000, 'planned'],
    null,
  ),
  published(
    'AH-SX-HQ-2026',
    '泗县黑塔镇红旗村2026年农村基础设施建设以工代赈项目',
    ['泗县黑塔镇红旗村2026年农村基础设施建设以工代赈项目的批复', '泗县发展改革委'],
    3_550_000,
    [1_446_000, 'planned'],
    null,
  ),
  published(
    'CQ-WL-TZ-2026',
    '武隆区桐梓镇双凤村片区2026年农业农村中小型基础设施以工代赈项目',
    ['武隆区桐梓镇双凤村片区2026年农业农村中小型基础设施以工代赈项目实施方案的批复', '武隆区发展改革部门'],
    6_747_200,
    [null, 'planned'],
    null,
  ),
  published(
    'CQ-WX-GLXB-2025',
    '巫溪县2025年第一批以工代赈示范工程（古路镇、下堡镇）',
    ['关于下达以工代赈示范工程2025年第一批中央预算内投资计划的通知（古路镇、下堡镇）', '巫溪县发展改革委'],
    // The central money alone is printed.
    6_760_000,
    [2_060_000, 'planned'],
    null,
  ),
  published(
    'XJ-HT-AKQL-2020',
    '和田市阿克恰勒乡托甫恰村、阿克塔什村斗渠防渗改造工程',
    ['和田市2020年中央预算内以工代赈示范项目资金计划公示公告', '和田市发展和改革委员会'],
    8_470_000,
    [740_000, 'planned'],
    null,
  ),
  published(
    'SC-CT-SMG-2022',
    '朝天区水磨沟镇2022年中央财政衔接资金以工代赈项目',
    ['我区2022年以工代赈项目建设全面启动', '广元市朝天区以工代赈事务中心'],
    4_650_000,
    [922_000, 'planned'],
    56,
  ),
] as const;
