import { z } from 'zod';
import type { Breach } from '#domain/rules';

/** Body of every `POST …/commands/<type>`. The key is the header `Idempotency-Key` (8–100 characters of A–Z a–z 0–9 . _ -). */
export const commandRequest = <S extends z.ZodType>(data: S) =>
  z.strictObject({
    data,
    /** the post I act from, where I hold several: `<bodyId>/<postId>` */
    as: z.string().max(130).optional(),
    /** last substantive revision the decision rests on */
    readRevision: z.int().nonnegative().optional(),
    /** reasons for going on against warnings, by rule id */
    reasons: z.record(z.string().max(40), z.string().trim().min(1).max(500)).optional(),
    /** record keepers alone: the instant and the post a past act is entered for (补录) */
    occurredAt: z.iso.datetime().optional(),
    onBehalfOf: z.string().max(130).optional(),
  });

/** 200: decided and recorded. */
export interface CommandAccepted {
  status: 'recorded';
  commandId: string;
  revision: number;
  stage: string | null;
  nextDueAt: string | null;
  headHash: string;
  recordedAt: string;
}
/** 202: stored, will be decided once; look at `location`. */
export interface CommandStored {
  status: 'stored';
  commandId: string;
  location: string;
}
/** What `GET /api/commands/<stream>/<commandId>` answers. */
export type CommandStatus =
  CommandAccepted | CommandStored | { status: 'refused'; commandId: string; problem: Problem };

/** RFC 9457 problem details; `title` and `detail` are Chinese. 400 shape · 401 · 403 who · 404 · 409 stale or key reused · 413 · 422 rule · 429 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** number to quote to the help desk */
  instance?: string;
  /** 400: every field at fault */
  faults?: readonly { field: string; message: string }[];
  /** 403, 409, 422: every broken rule */
  breaches?: readonly Breach[];
  /** 409: the substantive revision now */
  revision?: number;
}
