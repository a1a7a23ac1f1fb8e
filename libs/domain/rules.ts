import type { Command } from './command';
import type { DraftOf, EventMap } from './event';
import type { RuleId } from './rulebook/register/register';
import { ruleOf } from './rulebook/register/register';

/**
 * Order of procedure, not policy: what every act is held to before the rules of its stage.
 * P-ORDER out of turn · P-ONCE done already · P-UNKNOWN names what does not exist · P-WHO not entitled · P-HALTED suspended or ended
 * · P-STALE rests on something that changed · P-TIME an instant that runs backwards or lies ahead · P-SUM parts and total disagree
 * P-SIGNOFF decided without its sign-off
 */
export type ProcedureId =
  'P-ORDER' | 'P-ONCE' | 'P-UNKNOWN' | 'P-WHO' | 'P-HALTED' | 'P-STALE' | 'P-TIME' | 'P-SUM' | 'P-SIGNOFF';

/** What a check compared. The texts are Chinese, as the person refused will read them. */
export interface Comparison {
  holds: boolean;
  need: string;
  found: string;
  /** how to mend it */
  mend: string;
  /** the form's field it is about, e.g. `fundLines.0.amountFen` */
  field?: string;
}

export interface Check<I> {
  rule: RuleId | ProcedureId;
  compare: (input: I) => Comparison;
}

/** A predicate that carries its rule's id. @throws never; a check that does not apply holds */
export const check = <I>(rule: RuleId | ProcedureId, compare: (input: I) => Comparison): Check<I> => ({
  rule,
  compare,
});

/** A broken rule: block refuses, warn asks for a reason. */
export interface Breach extends Omit<Comparison, 'holds'> {
  rule: RuleId | ProcedureId;
  clause: string;
  level: 'block' | 'warn';
}

export const isProcedure = (rule: string): rule is ProcedureId => rule.startsWith('P-');

/** Blocks and records refuse (what must be kept cannot be kept without); warnings and policy aims ask for a reason. */
const levelOf = (rule: RuleId | ProcedureId): 'block' | 'warn' =>
  !isProcedure(rule) && ['warn', 'policy'].includes(ruleOf(rule).enforcement) ? 'warn' : 'block';

export const clauseOf = (rule: RuleId | ProcedureId): string => (isProcedure(rule) ? 'CL-24' : ruleOf(rule).clause);

export const breach = (rule: RuleId | ProcedureId, comparison: Omit<Comparison, 'holds'>): Breach => ({
  rule,
  clause: clauseOf(rule),
  level: levelOf(rule),
  ...comparison,
});

/** Every broken rule, in the order of the checks. */
export function broken<I>(checks: readonly Check<I>[], input: I): Breach[] {
  return checks.flatMap(({ rule, compare }) => {
    const { holds, ...comparison } = compare(input);
    if (holds) witness?.push({ rule, clause: clauseOf(rule), ...comparison, holds });
    return holds ? [] : [breach(rule, comparison)];
  });
}

let witness: Gate[] | null = null;

/** A decision with the checks that held in it, which else go without saying: for who looks before deciding. Not to be nested. */
export function withChecksHeld<T>(decide: () => T): { decision: T; held: readonly Gate[] } {
  const held: Gate[] = [];
  witness = held;
  try {
    return { decision: decide(), held };
  } finally {
    witness = null;
  }
}

/** A gate of a stage as people see it: met or not, with what is missing. */
export interface Gate extends Comparison {
  rule: RuleId | ProcedureId;
  clause: string;
}
export const gatesFrom = <I>(checks: readonly Check<I>[], input: I): Gate[] =>
  checks.map(({ rule, compare }) => ({ rule, clause: clauseOf(rule), ...compare(input) }));

/** A unique name taken by an event: two cannot hold the same (kind, key). The same holder may take it again. */
export interface Claim {
  kind: 'documentNumber' | 'openMatter' | 'attendanceDay' | 'projectCode' | 'trainingSubsidy' | 'upkeepPost';
  key: string;
  holder: string;
}

export interface Recording<M extends EventMap> {
  events: readonly (DraftOf<M> | WarningDraft | OverrideDraft)[];
  claims?: readonly Claim[];
  /** given back, e.g. a day struck out by a correction */
  releases?: readonly Claim[];
}
export interface WarningDraft {
  type: 'WarningAccepted';
  data: { rule: string; need: string; found: string; reason: string };
}
/** Rules passed by on the strength of a sign-off, named with it. */
export interface OverrideDraft {
  type: 'OverrideUsed';
  data: { override: string; matter: string; rules: readonly { rule: string; need: string; found: string }[] };
}
export interface Refusal {
  refused: readonly Breach[];
}
export type Decision<M extends EventMap = Record<string, unknown>> = Recording<M> | Refusal;

export const isRefusal = (decision: Decision): decision is Refusal => 'refused' in decision;

export const refuse = (...breaches: Breach[]): Refusal => ({ refused: breaches });

/**
 * The one shape of a decision: refused while a block or an unexplained warning stands, else what `record` gives, preceded by
 * the warnings the actor went on against, each with its reason, and by the blocks that a sign-off lets this act pass.
 */
export function judge<M extends EventMap>(
  { reasons = {}, overridden }: Pick<Command, 'reasons' | 'overridden'>,
  breaches: readonly Breach[],
  record: () => Recording<M>,
): Decision<M> {
  const passed = breaches.filter(({ level, rule }) => level === 'block' && overridden?.rules.includes(rule));
  const others = breaches.filter((one) => !passed.includes(one));
  const standing = others.filter(({ level, rule }) => level === 'block' || !reasons[rule]?.trim());
  if (standing.length > 0) return { refused: standing };
  const used = passed.map(({ rule, need, found }) => ({ rule, need, found }));
  const accepted = others.map(({ rule, need, found }): WarningDraft => ({
    type: 'WarningAccepted',
    data: { rule, need, found, reason: reasons[rule]! },
  }));
  const recording = record();
  return { ...recording, events: [...accepted, ...passing(overridden, used), ...recording.events] };
}

const passing = (overridden: Command['overridden'], rules: OverrideDraft['data']['rules']): readonly OverrideDraft[] =>
  overridden && rules.length > 0
    ? [{ type: 'OverrideUsed', data: { override: overridden.override, matter: overridden.matter, rules } }]
    : [];
