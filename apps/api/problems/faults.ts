import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Problem } from '#contracts/http/commands';

type Fault = NonNullable<Problem['faults']>[number];

const pathOf = ({ path = [] }: StandardSchemaV1.Issue): string =>
  path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/**
 * Every issue of a schema as a fault with the field's path; unknown fields are named one by one.
 * @param name of the header or parameter that was checked, where it is a single one
 */
export const faultsFrom = (issues: readonly StandardSchemaV1.Issue[], name = ''): Fault[] =>
  issues.flatMap((issue) => {
    const field = pathOf(issue) || name;
    const { code, keys } = issue as { code?: string; keys?: readonly string[] };
    if (code !== 'unrecognized_keys' || !keys) return [{ field, message: issue.message }];
    return keys.map((key) => ({ field: field ? `${field}.${key}` : key, message: '没有这一项，请删去或更正名称' }));
  });
