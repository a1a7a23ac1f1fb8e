import type { Stage } from '../../lifecycle';
import type { ClauseId } from '../clauses';

/** What happens when the rule is broken: refused · goes on with a reason · kept on record · counted in scores · as configured. */
export type Enforcement = 'block' | 'warn' | 'record' | 'policy' | 'configured';

/** How strong the sentence is: 应、要 · 原则上 · 优先 · 鼓励 · 参照 · 主要、重点 · 等、包含但不限于. */
export type Force = 'must' | 'inPrinciple' | 'first' | 'encouraged' | 'byReference' | 'mainly' | 'openList';

export type RuleStage = Stage | 'evaluation' | 'cross';

export interface RuleEntry {
  id: string;
  /** a clause of the opinion, or the law or notice it comes from */
  clause: string;
  zh: string;
  en: string;
  stage: RuleStage;
  enforcement: Enforcement;
  force: Force;
  parameters: readonly string[];
  source: 'opinion' | 'nationalPractice' | 'law';
  /** read in the text · read in a notice of one place, which does not bind Beijing · from memory, to be confirmed */
  confidence: 'seen' | 'seenPractice' | 'recalled';
  /** whether a named post may go past it with a reason */
  overridable: boolean;
  /** the other legal source, where a softer sentence blocks all the same */
  otherSource?: string;
}

type Basis = Omit<RuleEntry, 'id' | 'zh' | 'en' | 'otherSource'>;

const neverOverridden: readonly ClauseId[] = ['CL-24', 'CL-42', 'CL-51'];

/** An override lets one act of a project's stages pass: what those acts never break cannot be let pass. */
const isOfStages = (stage: RuleStage): boolean => stage !== 'cross' && stage !== 'evaluation';
const mayPass = (stage: RuleStage, enforcement: Enforcement): boolean => enforcement !== 'block' || isOfStages(stage);

/** A rule of the opinion. Those of CL-24, CL-42 and CL-51 can never be overridden. */
export const opinion = (
  clause: ClauseId,
  stage: RuleStage,
  enforcement: Enforcement,
  force: Force = 'must',
): Basis => ({
  clause,
  stage,
  enforcement,
  force,
  parameters: [],
  source: 'opinion',
  confidence: 'seen',
  overridable: mayPass(stage, enforcement) && !neverOverridden.includes(clause),
});

/** A rule of general law: a block of it can never be overridden. */
export const law = (clause: string, stage: RuleStage, enforcement: Enforcement, force: Force = 'must'): Basis => ({
  clause,
  stage,
  enforcement,
  force,
  parameters: [],
  source: 'law',
  confidence: 'seen',
  overridable: enforcement !== 'block',
});

/** A rule of the national programme as notices show it run; where only another place's notice was read it stays a default. */
export const practice = (
  clause: string,
  stage: RuleStage,
  enforcement: Enforcement,
  confidence: RuleEntry['confidence'] = 'seenPractice',
): Basis => ({
  clause,
  stage,
  enforcement,
  force: 'must',
  parameters: [],
  source: 'nationalPractice',
  confidence,
  overridable: mayPass(stage, enforcement),
});

/** A control of our own that keeps other rules true. */
export const control = (serves: string, stage: RuleStage, enforcement: Enforcement): Basis =>
  practice(`本系统控制要求（${serves}）`, stage, enforcement, 'recalled');
