import { z } from 'zod';
import { bodyRef, digest, freeText, passage, shortText } from '../shapes';

export const documentsFor = ['approvalReply', 'fundAllocation', 'annualPlan', 'planChange'] as const;
/** 立项批复 · 资金拨付文件 · 年度计划 · 年度计划调整 */
export type DocumentFor = (typeof documentsFor)[number];
/** About a district's plan, and not about one project. */
export const isOfPlan = (kind: DocumentFor): boolean => kind === 'annualPlan' || kind === 'planChange';

/** 一般 · 工作秘密: what is a state secret may not enter this system. */
export const secrecies = ['none', 'workSecret'] as const;
export const urgencies = ['normal', 'urgent', 'extraUrgent'] as const;
/** 主动公开 · 依申请公开 · 不予公开 @rule R-DOC-14 */
export const opennesses = ['open', 'onRequest', 'notOpen'] as const;

const section = z.strictObject({
  heading: shortText(60).nullable().default(null),
  text: passage(4000),
});

/** Fields of an official document. Its text is the organ's, kept in the log as it is; no numbers of persons stand in it. @rule R-DOC-12 */
export const contentShape = {
  title: passage(100),
  /** 主送机关 */
  recipient: shortText(200).nullable().default(null),
  sections: z.array(section).min(1).max(40),
  /** 以工代赈要求: the locked section; may come short, so that the refusal can name the clause */
  requirement: z.string().trim().max(4000).meta({ widget: 'requirement' }),
  attachments: z
    .array(z.strictObject({ name: shortText(), digest }))
    .max(20)
    .default([]),
  /** 联合行文: all beside the lead organ, in their order @rule R-DOC-11 */
  coSigners: z.array(bodyRef).max(20).default([]),
  /** 代替文件: the number of an earlier document that is no longer in force once this one is issued */
  replaces: shortText(60).nullable().default(null).meta({ widget: 'replacedDocument' }),
  copyTo: z.array(shortText()).max(30).default([]),
  secrecy: z.enum(secrecies).default('none'),
  urgency: z.enum(urgencies).default('normal'),
  openness: z.enum(opennesses),
  opennessReason: freeText().nullable().default(null),
};
const content = z.strictObject(contentShape);
export type DocumentContent = z.output<typeof content>;

/** Every stretch of text with its place in the form. */
export const textsOf = ({ title, recipient, sections, requirement }: DocumentContent): [string, string][] => [
  ['title', title],
  ['recipient', recipient ?? ''],
  ...sections.flatMap(({ heading, text }, index): [string, string][] => [
    [`sections.${index}.heading`, heading ?? ''],
    [`sections.${index}.text`, text],
  ]),
  ['requirement', requirement],
];
