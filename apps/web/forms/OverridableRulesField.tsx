import { ruleOf, type RuleId } from '#domain/rulebook/register/register';
import { ChoicesField } from './ChoicesField';
import type { FieldProps } from './field-props';

/** Rules that an override may name; those of statute, and others that are never overridden, are not offered. @clause CL-24 */
export const OverridableRulesField = (props: FieldProps) => (
  <ChoicesField {...props} offered={(rule) => ruleOf(rule as RuleId).overridable} />
);
