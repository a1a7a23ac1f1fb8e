import type { MatterPage, MatterSeat } from '#contracts/http/matters';
import type { Breach } from '#domain/rules';
import { keyOf, type StreamId } from '#domain/stream';
import type { ActAnswer } from '../forms/use-act';
import { mendWords } from '../signoff/mend-words';

/** One of what is to be agreed to: a seat at a matter. */
export interface BatchItem {
  stream: StreamId;
  matter: string;
  seat: string;
}

/** @param item `signoff/<id>#<seat>` */
export function batchItem(item: string): BatchItem {
  const at = item.indexOf('#');
  const stream = item.slice(0, at) as StreamId;
  return { stream, matter: keyOf(stream), seat: item.slice(at + 1) };
}

export const seatIn = ({ mine }: MatterPage, { seat }: BatchItem): MatterSeat | undefined =>
  mine.find((one) => one.seat === seat && one.type === 'giveDecision');

/** What keeps an item from being agreed to as things stand. */
export function hindrances(page: MatterPage, item: BatchItem): readonly string[] {
  const seat = seatIn(page, item);
  if (!seat) return ['现在没有需要您办理的环节'];
  return [...seat.against, ...page.checks.broken].map((breach: Breach) => `${breach.rule}：${mendWords(breach)}`);
}

/** Why it was not done, in a word or two where there is one. */
export function undoneWords(answer: Exclude<ActAnswer, { at: 'done' }>): string {
  if (answer.at === 'unsent') return '没有送到';
  const [first] = answer.problem.breaches ?? [];
  if (!first) return answer.problem.title;
  return first.rule === 'P-STALE' ? '版本已变' : `${first.rule} ${mendWords(first)}`;
}
