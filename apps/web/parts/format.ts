import { formatYuan } from '#domain/money';

const beijingOffsetMs = 8 * 3_600_000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const inBeijing = (instant: string): string => new Date(Date.parse(instant) + beijingOffsetMs).toISOString();

/** `2026-10-09 10:22:31` in Beijing. */
export const beijingTime = (instant: string): string => inBeijing(instant).slice(0, 19).replace('T', ' ');
/** `2026-10-09 10:22` in Beijing. */
export const beijingMinute = (instant: string): string => beijingTime(instant).slice(0, 16);
/** `2026-10-09` in Beijing. */
export const beijingDate = (instant: string): string => inBeijing(instant).slice(0, 10);
/** `10-09 周五` of a civil date or an instant. */
export function shortDay(when: string): string {
  const date = when.length > 10 ? beijingDate(when) : when;
  return `${date.slice(5)} ${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}
export const now = (): string => new Date().toISOString();
export const today = (): string => beijingDate(now());
export const thisMonth = (): string => today().slice(0, 7);

/** The instant at which a Beijing wall-clock reading `2026-03-31T24:00` or `…T10:05` is shown. */
export function instantOf(wallClock: string): string | null {
  const ms = Date.parse(`${wallClock.length === 16 ? `${wallClock}:00` : wallClock}.000Z`);
  return Number.isNaN(ms) ? null : new Date(ms - beijingOffsetMs).toISOString();
}
/** What a `datetime-local` field shows for an instant: Beijing time. */
export const wallClockOf = (instant: string): string => inBeijing(instant).slice(0, 16);

export const money = formatYuan;

/** `31.50%`, from basis points, by string arithmetic. */
export function percent(bp: number): string {
  const digits = String(Math.abs(bp)).padStart(3, '0');
  return `${bp < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

/**
 * Hundredths of a number a person typed, exactly: `4,061.25` is 406125; no floating point.
 * @returns null where the text is no such number or has more than two decimals
 */
export function hundredths(text: string): number | null {
  const plain = text.trim().replaceAll(/[,，¥￥\s]/g, '');
  const parts = /^(-?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!parts) return null;
  const value = Number(`${parts[2]}${(parts[3] ?? '').padEnd(2, '0')}`);
  return parts[1] === '-' ? -value : value;
}

/** `406125` as `4061.25`: what an input field shows. */
export function fromHundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Minutes as a person counts them: `8 小时`, `7 小时 30 分`. */
export function hours(minutes: number): string {
  const whole = Math.trunc(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${whole} 小时`;
  return whole === 0 ? `${rest} 分` : `${whole} 小时 ${rest} 分`;
}

/** The first characters of a digest, without the name of its algorithm. */
export const shortDigest = (digest: string): string => digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 13);
