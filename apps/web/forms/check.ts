import { z } from 'zod';
import { zhCN } from 'zod/locales';
import { definitionOf, type CommandType } from '#domain/registry';
import { faultsOf, pruned, type Fault } from './values';

z.config(zhCN());

/** The schema the API checks, asked first. What is sent is what was typed; defaults are the API's to fill. */
export function checked(type: CommandType, typed: unknown): { data: unknown; faults: readonly Fault[] } {
  const data = pruned(typed) ?? {};
  const result = definitionOf(type).schema.safeParse(data, { reportInput: true });
  return { data, faults: result.success ? [] : faultsOf(result.error.issues) };
}
