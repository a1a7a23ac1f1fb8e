const two = (text: string): string => text.padStart(2, '0');

/** A five-field schedule in words where it is one of the usual kinds; else as it is written. */
export function cronWords(cron: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/);
  const number = /^\d+$/;
  if (![minute].every((part) => number.test(part)) || weekday !== '*') return cron;
  if (hour === '*' && day === '*' && month === '*') return `每小时 ${minute} 分`;
  if (!number.test(hour)) return cron;
  const time = `${two(hour)}:${two(minute)}`;
  if (day === '*' && month === '*') return `每日 ${time}`;
  if (number.test(day) && month === '*') return `每月 ${day} 日 ${time}`;
  return number.test(day) && number.test(month) ? `每年 ${two(month)}-${two(day)} ${time}` : cron;
}
