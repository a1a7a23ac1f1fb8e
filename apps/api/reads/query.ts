import { z } from 'zod';
import type { Page } from '#contracts/http/paging';

export const pageSize = 20;
export const page = z.coerce.number().int().min(1).max(10_000).default(1);
export const lamp = z.enum(['normal', 'soon', 'late']).optional();
export const search = z.string().trim().max(60).optional();
export const district = z
  .string()
  .regex(/^11\d{4}$/, '请给出六位区划代码')
  .optional();
export const segment = z
  .string()
  .regex(/^s\d{1,2}$/)
  .optional();
export const year = z.coerce.number().int().min(2020).max(2099).optional();
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请按“2026-03”给出月份');
/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true });

/** For `ilike`: what was typed, wherever it stands. */
export const containing = (text: string | undefined): string | null =>
  text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;

export const paged = <T>(items: readonly T[], total: number, at: number): Page<T> => ({
  items,
  total,
  page: at,
  pageSize,
});
