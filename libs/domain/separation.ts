import type { Comparison } from './rules';
import type { MatterKind } from './signoff/matter-kinds';

/** Another part in the same matter, kept apart from one by its person or by its whole body. */
interface Apart {
  as: string;
  by: 'person' | 'body';
}
interface Separation {
  who: string;
  apart: Readonly<Record<string, Apart>>;
  mend: string;
}

const person = (as: string): Apart => ({ as, by: 'person' });
const body = (as: string): Apart => ({ as, by: 'body' });
const separation = <const K extends string>(who: string, apart: Readonly<Record<K, Apart>>, mend: string) => ({
  who,
  apart,
  mend,
});

/** Every duty that cannot lie in the hand that holds another: the one table all rules of separation read. @rule R-OA-16 */
export const separations = {
  decide: separation(
    '审批人',
    { drafter: person('起草人') },
    '由本岗位的其他在任人员或上级岗位办理，或转办；没有其他人的，由他人起草',
  ),
  review: separation(
    '审核人',
    { maker: person('编制人'), employer: body('用工单位') },
    '由乡镇（村集体自主建设的也可由村务监督委员会）另一人审核',
  ),
  pay: separation('发放人', { maker: person('编制人'), reviewer: person('审核人') }, '由另一人办理发放'),
  sign: separation('签署人', { signer: person('其他单位的签署人') }, '由本单位另一人签署'),
  checkSite: separation(
    '现场检查人',
    { employer: body('被检查的施工或用工单位') },
    '由业主、监理、乡镇或行业主管部门检查',
  ),
} as const satisfies Readonly<Record<string, Separation>>;

export type SeparationId = keyof typeof separations;
type ApartFrom<S extends SeparationId> = keyof (typeof separations)[S]['apart'] & string;

/** Matters whose signatures are the separated duties themselves: in them nobody's signature may stand for two. @rule R-OA-15 */
export const heldApart: Readonly<Partial<Record<MatterKind, SeparationId>>> = {
  paySheet: 'review',
  acceptance: 'sign',
};

/**
 * Whether an actor stands apart from all others of a separation.
 * @param others persons or bodies, as the table says, by their part; those not there yet are left out
 */
export function apart<S extends SeparationId>(
  id: S,
  actor: { person: string; body: string },
  others: Readonly<Record<ApartFrom<S>, string | readonly string[] | null | undefined>>,
): Comparison {
  const { who, apart: parts, mend }: Separation = separations[id];
  const same = Object.entries(parts).find(([part, { by }]) => among(others[part as ApartFrom<S>]).includes(actor[by]));
  const words = Object.values(parts).map(({ as, by }) => (by === 'person' ? `不是${as}` : `不属于${as}`));
  return {
    holds: same === undefined,
    need: `${who}${words.join('，也')}`,
    found: same ? `${who}${same[1].by === 'person' ? '就是' : '属于'}${same[1].as}` : '不同的人或单位',
    mend,
  };
}

const among = (some: string | readonly string[] | null | undefined): readonly string[] =>
  typeof some === 'string' ? [some] : (some ?? []);
