import type { BodyKind } from '#domain/organization/roles';
import { z } from 'zod';
import type { Scope, Window } from '#domain/organization/delegation';

export const loginRequest = z.strictObject({
  login: z.string().trim().min(1).max(40),
  password: z.string().min(1).max(200),
});

export interface HeldPost {
  /** `<bodyId>/<postId>`, the value of `as` */
  key: string;
  body: string;
  bodyName: string;
  bodyKind: BodyKind;
  district: string;
  post: string;
  postName: string;
  postKind: string;
}
/** A post I act for today: whose, until when and on what. */
export interface ActedPost extends HeldPost, Window, Scope {
  delegation: string;
  /** reference and name of the holder; null where the post is vacant */
  holder: string | null;
  holderName: string | null;
  /** my own post by which I was asked */
  own: { body: string; post: string };
}
/** `POST /api/session`, `GET /api/me`. Unsafe requests carry `csrf` in the header `X-CSRF`. */
export interface Me {
  login: string;
  title: string;
  persona: 'approver' | 'auditor' | 'scheduler' | 'payOfficer' | 'worker' | 'administrator';
  posts: readonly HeldPost[];
  acting: readonly ActedPost[];
  /** set for workers */
  personRef: string | null;
  csrf: string;
  idleMinutes: number;
}
