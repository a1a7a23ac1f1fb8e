import { z } from 'zod';
import { bodyKinds, postKinds, takingPart } from '../organization/roles';
import { bodyRef, bp, civilDate, passage, shortText } from '../shapes';
import { matterKinds } from './matter-kinds';
import { dedupes, type Mode, type Route, type Step } from './route';

/** From what level a matter comes: a municipal department, a district's office, a township. Each may have a route of its own. */
export const levels = ['city', 'district', 'township'] as const;
export type Level = (typeof levels)[number];

/**
 * Who signs by what they are to the subject: a party of the project, its employer, who checks its pay sheets, or the body that
 * draws up; `originalApprover` the organ that approved the project, or the government whose list names it. Where the subject has no parties (a plan), the office of that kind in its district.
 */
export const relations = [
  ...takingPart,
  'villageSupervision',
  'supervisionEngineer',
  'employer',
  'checker',
  'originalApprover',
  'draftingBody',
] as const;
export type Relation = (typeof relations)[number];

export const stepId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, '环节编号用字母开头的字母、数字和短横线');
const post = z.enum(postKinds);

/** A signer before the post is found: by relation to the subject, by kind of office, or a body by name. */
export const signerPlan = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('relation'), relation: z.enum(relations), post }),
  z.strictObject({ by: z.literal('office'), office: z.enum(bodyKinds), of: z.enum(['district', 'city']), post }),
  z.strictObject({ by: z.literal('body'), body: bodyRef, post }),
]);
export type SignerPlan = z.output<typeof signerPlan>;

/** @rule R-OA-01 R-OA-02 R-OA-03 R-OA-04 */
const mode = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('all') }),
  z.strictObject({ way: z.literal('any') }),
  z.strictObject({ way: z.literal('inOrder') }),
  z.strictObject({ way: z.literal('share'), voteBp: bp.min(1) }),
  z.strictObject({ way: z.literal('number'), votes: z.int().min(1).max(50) }),
]);

export const modeOf = (given: z.output<typeof mode>): Mode => {
  if (given.way === 'share') return { voteBp: given.voteBp };
  return given.way === 'number' ? { votes: given.votes } : given.way;
};

/** A route as it is set: the steps after the drafter's own, and how they follow as a line of text. */
export const routeSetting = z.strictObject({
  kind: z.enum(matterKinds),
  level: z.enum(levels).default('district'),
  steps: z
    .array(
      z.strictObject({
        id: stepId,
        name: shortText(30),
        mode,
        signers: z.array(signerPlan).max(50),
        limitDays: z.int().min(1).max(250).default(5),
        /** in working minutes, where the matter is 特急 */
        limitMinutes: z.int().min(10).max(4800).optional(),
        onRefusal: z.enum(['return', 'end']).default('return'),
        batchable: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(50),
  flow: passage(2000),
  /** @rule R-OA-15 */
  dedupe: z.enum(dedupes).default('none'),
  from: civilDate,
  to: civilDate.nullable().default(null),
  source: passage(500),
});

export interface StepPlan extends Omit<Step, 'signers'> {
  signers: readonly SignerPlan[];
}
export interface RoutePlan extends Pick<Route, 'flow' | 'dedupe'> {
  steps: Readonly<Record<string, StepPlan>>;
}

/** A route in force from a day on. `shipped` with the product, Beijing's, or a district's by its six-digit code. */
export interface DatedRoute extends RoutePlan {
  kind: (typeof matterKinds)[number];
  level: Level;
  /** 1, 2, 3 … of its scope, kind and level */
  version: number;
  scope: string;
  from: string;
  /** the last day in force */
  to: string | null;
  source: string;
}
