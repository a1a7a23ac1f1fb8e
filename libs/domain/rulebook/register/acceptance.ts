import { law, opinion, practice, type RuleEntry } from './entry';

/** 竣工验收 */
export const acceptanceRules = [
  {
    id: 'R-ACPT-01',
    ...opinion('CL-51', 'acceptance', 'block'),
    zh: '验收材料含当地务工组织、培训、报酬发放三章，作为验收的重要参考',
    en: 'The acceptance file holds the hiring, training and pay results as an important reference',
  },
  {
    id: 'R-INV-30',
    ...law('建设工程质量管理条例 第十六条', 'acceptance', 'block'),
    zh: '具备竣工验收条件：完成设计和合同内容、技术档案、材料试验报告、各方质量合格文件、保修书',
    en: 'Completion conditions: contract and design done, files, test reports, quality papers, warranty paper',
  },
  {
    id: 'R-INV-31',
    ...law('建设工程质量管理条例 第十六条', 'acceptance', 'block'),
    zh: '验收合格方可交付使用',
    en: 'Only accepted works are handed over for use',
  },
  {
    id: 'R-INV-32',
    ...law('建设工程质量管理条例 第四十九条', 'acceptance', 'warn'),
    parameters: ['accept.filing'],
    zh: '验收合格之日起规定期限内办理备案',
    en: 'Acceptance is filed with the authority within the limit',
  },
  {
    id: 'R-INV-33',
    ...law('北京市建设工程质量条例 第五十二条', 'acceptance', 'warn'),
    parameters: ['accept.archiveTransfer'],
    zh: '验收后规定期限内移交工程档案原件',
    en: 'Original construction archives are handed over within the limit',
  },
  {
    id: 'R-INV-36',
    ...law('财建〔2016〕503号 第二条', 'acceptance', 'warn'),
    parameters: ['accept.finalAccounts', 'accept.finalAccounts.extension'],
    zh: '完工后规定期限内编制竣工财务决算，中小型项目可延长',
    en: 'Final accounts are drawn up within the limit; small and medium works may extend',
  },
  {
    id: 'R-PAY-22',
    ...law('国务院令第724号 第二十七条', 'acceptance', 'block'),
    parameters: ['pay.account.closeNotice'],
    zh: '完工且无拖欠、公示期满后方可注销工资专用账户',
    en: 'The wage account is closed only when works are done, nothing is owed and the notice has been up',
  },
  {
    id: 'R-NAT-28',
    ...practice('井研县2026年公示', 'acceptance', 'record'),
    parameters: ['posting.acceptance'],
    zh: '验收后公告资金使用和项目成效',
    en: 'After acceptance, fund use and results are announced',
  },
  {
    id: 'R-NAT-33',
    ...practice('国家以工代赈管理办法（2014年版）第十九条', 'acceptance', 'record', 'recalled'),
    parameters: ['retention.workReliefPayArchive'],
    zh: '以工代赈报酬发放资料长期保存',
    en: 'Pay records of work-relief projects are kept long-term',
  },
] as const satisfies readonly RuleEntry[];
