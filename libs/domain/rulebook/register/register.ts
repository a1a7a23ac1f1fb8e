import { acceptanceRules } from './acceptance';
import { approvalRules } from './approval';
import { constructionRules } from './construction';
import { crossRules } from './cross';
import type { RuleEntry } from './entry';
import { evaluationRules } from './evaluation';
import { maintenanceRules } from './maintenance';
import { mobilizationRules } from './mobilization';
import { planningRules } from './planning';
import { trainingRules } from './training';
import { wagesRules } from './wages';

export type { Enforcement, Force, RuleEntry, RuleStage } from './entry';

const entries = [
  ...planningRules,
  ...approvalRules,
  ...mobilizationRules,
  ...trainingRules,
  ...constructionRules,
  ...wagesRules,
  ...acceptanceRules,
  ...maintenanceRules,
  ...evaluationRules,
  ...crossRules,
] as const;

export type RuleId = (typeof entries)[number]['id'];

/** Every rule the product knows, in the order of a project's life. */
export const ruleRegister: readonly (RuleEntry & { id: RuleId })[] = entries;

const byId = new Map<string, RuleEntry & { id: RuleId }>(ruleRegister.map((entry) => [entry.id, entry]));

export const isRuleId = (text: string): text is RuleId => byId.has(text);

/** The rule with this id. */
export function ruleOf(id: RuleId): RuleEntry & { id: RuleId } {
  const entry = byId.get(id);
  if (!entry) throw new RangeError(`no rule ${id}`);
  return entry;
}
