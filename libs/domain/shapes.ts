import { z } from 'zod';

/** Shapes that several stages' messages share. Messages of failure are Chinese through the locale set by the program. */
const civilDateForm = /^\d{4}-\d{2}-\d{2}$/;

const exists = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** A civil date in China that exists, `YYYY-MM-DD`. */
export const civilDate = z
  .string()
  .refine((text) => civilDateForm.test(text) && exists(text), '日期不存在，请按“2026-03-31”填写')
  .meta({ widget: 'date', format: 'date' });

/** Whole fen, not negative. */
export const fen = z.int().nonnegative().max(100_000_000_000_00).meta({ widget: 'fen' });

/** Basis points, 0 to 10 000. */
export const bp = z.int().min(0).max(10_000).meta({ widget: 'bp' });

export const bodyRef = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,63}$/, '请选择机构')
  .meta({ widget: 'body' });
export const documentRef = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,80}$/, '请选择公文')
  .meta({ widget: 'officialDocument' });
export const personRef = z.uuid().meta({ widget: 'person' });
export const segmentId = z
  .string()
  .regex(/^s\d{1,2}$/)
  .meta({ widget: 'segment' });
export const fundLineId = z
  .string()
  .regex(/^f\d{1,2}$/)
  .meta({ widget: 'fundLine' });
export const postId = z
  .string()
  .regex(/^p\d{1,3}$/)
  .meta({ widget: 'post' });

export const shortText = (max = 100) => z.string().trim().min(1).max(max);
/** A passage of an official document: public content, stored as it is. */
export const passage = (max = 4000) => z.string().trim().min(1).max(max).meta({ widget: 'passage' });
/** What a person writes in their own words: it may name people, so the log keeps a sealed reference and a digest alone. */
export const freeText = (max = 500) => z.string().trim().min(1).max(max).meta({ widget: 'text', freeText: true });

/** A file by its digest: the form uploads it before the act that names it. */
export const digest = z
  .string()
  .regex(/^(sm3|sha256):[0-9a-f]{64}$/, '请上传文件以取得摘要')
  .meta({ widget: 'file' });

/** An act of another organ or system that we refer to: organ, number, date and the digest of its text. */
export const reference = z.strictObject({
  organ: shortText(),
  number: shortText(60),
  on: civilDate,
  digest: digest.optional(),
});
export type Reference = z.infer<typeof reference>;
