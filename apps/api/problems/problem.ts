import type { Problem } from '#contracts/http/commands';
import type { Breach } from '#domain/rules';

type Fault = NonNullable<Problem['faults']>[number];

/** What the API says no with: problem details of RFC 9457, in Chinese. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.title);
  }
}

const kind = (name: string): string => `urn:yigong:problem:${name}`;

/** 400: every field at fault at once. */
export const malformed = (faults: readonly Fault[], title = '填写有误，没有提交'): ProblemError =>
  new ProblemError({ type: kind('malformed'), title, status: 400, faults });

export const notLoggedIn = (detail = '请登录后再办理'): ProblemError =>
  new ProblemError({ type: kind('not-logged-in'), title: '您还没有登录，或登录已到时限', status: 401, detail });

export const forbidden = (detail: string): ProblemError =>
  new ProblemError({ type: kind('forbidden'), title: '您不能办理', status: 403, detail });

/** One sentence for what is unknown and for what is not for this person to see: it tells nobody which of the two it is. */
export const notFound = (): ProblemError =>
  new ProblemError({ type: kind('not-found'), title: '没有找到，或您无权查看', status: 404 });

export const keyReused = (): ProblemError =>
  new ProblemError({
    type: kind('key-reused'),
    title: '该办理编号已用于另一项内容',
    status: 409,
    detail: '一个办理编号（Idempotency-Key）只用于一次办理，请换一个新的编号再提交',
  });

export const tooMany = (detail: string, seconds: number): ProblemError =>
  new ProblemError(
    { type: kind('too-many'), title: '尝试次数过多', status: 429, detail },
    { 'retry-after': String(Math.max(1, seconds)) },
  );

export const unavailable = (): ProblemError =>
  new ProblemError(
    {
      type: kind('unavailable'),
      title: '系统暂时不能办理',
      status: 503,
      detail: '没有记下任何内容，请稍后用同一编号再提交',
    },
    { 'retry-after': '5' },
  );

/** Whether it says that this person may not, whatever they fill in: their post does not, or their other part in the matter forbids it. */
const barsWho = ({ rule, field }: Breach): boolean => rule === 'P-WHO' || (rule === 'R-OA-16' && field === undefined);

/** 403 for who, 409 for what is stale, 422 for every other rule. */
export function statusOf(breaches: readonly Breach[]): 403 | 409 | 422 {
  if (breaches.some(barsWho)) return 403;
  return breaches.some(({ rule }) => rule === 'P-STALE') ? 409 : 422;
}

const titles = { 403: '您不能办理', 409: '您核对之后又有变化，没有提交', 422: '' } as const;

/** A refusal by rules, preflight or recorded. @param revision the last substantive revision now */
export function refused(breaches: readonly Breach[], revision: number): Problem {
  const status = statusOf(breaches);
  return {
    type: kind('refused'),
    title: titles[status] || `有 ${breaches.length} 处不符合规定，没有提交`,
    status,
    breaches,
    ...(status === 409 && { revision }),
  };
}
