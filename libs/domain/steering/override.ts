import type { Command, Overridden } from '../command';
import type { Project } from '../project';
import { isRuleId, ruleOf, type RuleId } from '../rulebook/register/register';
import { breach, type Breach } from '../rules';
import { kindOf } from '../stream';
import type { StreamState } from '../state';
import { overridableActs } from './messages';
import type { Override } from './state';

/** A block that a named post may let pass: not one of statute, nor of CL-24, CL-42 or CL-51. */
const isOverridable = (rule: RuleId): boolean => ruleOf(rule).overridable;

/** Whether an act may be let past a rule that refuses it. */
export const mayOverride = (command: string, rule: string): boolean =>
  (overridableActs as readonly string[]).includes(command) &&
  isRuleId(rule) &&
  ruleOf(rule).enforcement === 'block' &&
  isOverridable(rule);

/** Whether a project may stand on its district's list though it breaks a rule, as a sign-off agreed and nobody used yet. */
export const listedPast = ({ steering: { overrides } }: Project, rule: RuleId, on: string): boolean =>
  overrides.some(
    (one) => one.command === 'listProject' && one.segmentId === null && on <= one.until && one.rules.includes(rule),
  );

/** Never given twice: it counts those agreed so far. */
export const nextOverrideId = ({ steering: { overridden } }: Project): string => `v${overridden + 1}`;

/** @param on civil date of the act */
export function overrideBreaches(
  { steering: { overrides } }: Project,
  { command, segmentId, rules, until }: Omit<Override, 'id' | 'matter'>,
  on: string,
): Breach[] {
  const open = overrides.find((one) => one.command === command && one.segmentId === segmentId && on <= one.until);
  return [
    ...rules
      .filter((rule) => !isOverridable(rule))
      .map((rule) =>
        breach(rule, {
          need: '可以突破的规则',
          found: `${ruleOf(rule).zh}（依据 ${ruleOf(rule).clause}）`,
          mend: '该规则不得突破，按规则办理',
          field: 'rules',
        }),
      ),
    ...(open
      ? [breach('P-ONCE', { need: '没有尚未使用的同一突破', found: `${open.until} 前仍可使用`, mend: '先办理该事项' })]
      : []),
    ...(until < on
      ? [breach('P-TIME', { need: `不早于办理日 ${on}`, found: until, mend: '填写今天或以后的日期', field: 'until' })]
      : []),
  ];
}

/** What an act may pass by, agreed for this project and this act, once and until its last day. */
export function overriddenFor(
  { stream, subject }: StreamState,
  { type, data }: Pick<Command, 'type' | 'data'>,
  on: string,
): Overridden | undefined {
  if (kindOf(stream) !== 'project') return undefined;
  const { segmentId } = data as { segmentId?: string };
  const found = (subject as Project).steering.overrides.find(
    (one) => one.command === type && on <= one.until && (one.segmentId === null || one.segmentId === segmentId),
  );
  return found && { override: found.id, matter: found.matter, rules: found.rules };
}
