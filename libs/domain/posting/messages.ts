import { z } from 'zod';
import { civilDate, digest, freeText, passage } from '../shapes';
import type { Term } from './posting';

/** What may be posted; each has its days in the rulebook as `posting.<topic>`. @rule R-PUB-01 */
export const postingTopics = [
  'projectList',
  'wageBatch',
  'planNotice',
  'rosterPriority',
  'acceptance',
  'reward',
] as const;
export type PostingTopic = (typeof postingTopics)[number];

export const objectionSources = ['villager', 'village', 'enterprise', 'organ', 'anonymous'] as const;
/** 村民 · 村（集体经济组织、村委会） · 企业 · 机关 · 匿名 */
export type ObjectionSource = (typeof objectionSources)[number];

export const objectionVerdicts = ['upheld', 'rejected'] as const;
/** 成立，改正后重新公示 · 不成立 */
export type ObjectionVerdict = (typeof objectionVerdicts)[number];

/** Shapes of a posting's acts, for the commands of the stream it belongs to. */
export const postingShape = z.strictObject({ place: passage(200), evidence: z.array(digest).max(20).default([]) });
export const objectionShape = z.strictObject({ on: civilDate, source: z.enum(objectionSources), text: freeText(1000) });
export const answerShape = z.strictObject({
  objection: z.string().regex(/^o\d{1,3}$/, '请选择异议'),
  verdict: z.enum(objectionVerdicts),
  text: freeText(1000),
});
export const closingShape = z.strictObject({ evidence: z.array(digest).max(20) });

export interface PostingEvents {
  PostingOpened: Term & { topic: PostingTopic; contentVersion: number; place: string; evidence: readonly string[] };
  ObjectionRaised: { id: string } & z.output<typeof objectionShape>;
  ObjectionAnswered: z.output<typeof answerShape>;
  PostingClosed: z.output<typeof closingShape>;
}
