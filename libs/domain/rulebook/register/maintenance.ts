import { control, law, opinion, type RuleEntry } from './entry';

/** 后期管护 */
export const maintenanceRules = [
  {
    id: 'R-MAINT-01',
    ...opinion('CL-33', 'maintenance', 'warn', 'first'),
    zh: '“零工”变“长工”：管护用工在具备条件的情况下优先吸纳参建人员，不采用的说明理由',
    en: 'Upkeep posts go first to those who built, where conditions allow; a choice against them needs a reason',
  },
  {
    id: 'R-MAINT-10',
    ...law('北京市乡村振兴促进条例 第四十四条', 'maintenance', 'block'),
    zh: '移交记明资产、产权人、管护主体、责任和方式、经费来源',
    en: 'The handover names asset, owner of title, upkeep body, duty and method, source of money',
  },
  {
    id: 'R-MAINT-14',
    ...law('关于促进本市农民增收若干措施（2021年）', 'maintenance', 'record'),
    parameters: ['forest.localLabor.plain', 'forest.localLabor.nursery', 'forest.localLabor.mountain'],
    zh: '平原生态林、规模苗圃、山区林管护吸纳本地农村劳动力达到规定比例',
    en: 'Forest upkeep takes the set shares of local rural labor',
  },
  {
    id: 'R-MAINT-15',
    ...control('CL-33、CL-34：管护用工同样适用', 'maintenance', 'block'),
    zh: '管护用工适用同样的名册、考勤和报酬规则',
    en: 'Upkeep work follows the same roster, attendance and pay rules',
  },
  {
    id: 'R-POST-11',
    ...law('公益性岗位开发管理规定', 'maintenance', 'block'),
    parameters: ['publicPost.term', 'publicPost.maxTotal'],
    confidence: 'recalled',
    zh: '公益性岗位记明地点、职责、人员、期限和补贴；无虚设岗位，一人不兼两岗',
    en: 'Public-welfare posts are recorded with holder, term and subsidy; no ghost posts, one post per person',
  },
] as const satisfies readonly RuleEntry[];
