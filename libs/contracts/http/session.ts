import { z } from 'zod';

export const loginRequest = z.strictObject({
  login: z.string().trim().min(1).max(40),
  password: z.string().min(1).max(200),
});

export interface HeldPost {
  /** `<bodyId>/<postId>`, the value of `as` */
  key: string;
  body: string;
  bodyName: string;
  bodyKind: string;
  district: string;
  post: string;
  postName: string;
  postKind: string;
}
/** `POST /api/session`, `GET /api/me`. Unsafe requests carry `csrf` in the header `X-CSRF`. */
export interface Me {
  login: string;
  title: string;
  persona: 'approver' | 'auditor' | 'scheduler' | 'payOfficer' | 'worker' | 'administrator';
  posts: readonly HeldPost[];
  /** set for workers */
  personRef: string | null;
  csrf: string;
  idleMinutes: number;
}
