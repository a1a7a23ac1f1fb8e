import type { CommandInput } from '../http-client';

/** 会签 · 或签 · 票决（三分之二） */
export const ways = ['all', 'any', 'share'] as const;
export type Way = (typeof ways)[number];

/** Whose approvers take part, in the order of signing. */
export const approvers = ['yq-drc', 'yq-ara', 'yq-fin', 'yq-hrss', 'yq-water'] as const;
export const sizes = [2, 5] as const;
export const shareBp = 6_667;

/** The steps a round is fought at: all approvers at once, then the district's leader in two sessions at once. */
export const contest = 'contest';
export const settle = 'settle';

export interface Contest {
  way: Way;
  size: (typeof sizes)[number];
}

/** In turn over every way with two and with five approvers. */
export const contests: readonly Contest[] = sizes.flatMap((size) => ways.map((way) => ({ way, size })));
export const nameOf = ({ way, size }: Contest): string => `${way}/${size}`;

/** A refused 会签 goes back to its drafter, the others end the matter: both ends of a step are met under contention. */
export const routeOf = ({ way, size }: Contest): CommandInput<'setRoute'> => ({
  kind: 'steering',
  level: 'district',
  steps: [
    {
      id: contest,
      name: '同时办理',
      mode: way === 'share' ? { way, voteBp: shareBp } : { way },
      signers: approvers.slice(0, size).map((body) => ({ by: 'body', body, post: 'approver' })),
      onRefusal: way === 'all' ? 'return' : 'end',
    },
    {
      id: settle,
      name: '审定',
      mode: { way: 'all' },
      signers: [{ by: 'relation', relation: 'districtGovernment', post: 'leaderInCharge' }],
      onRefusal: 'end',
    },
  ],
  flow: `${contest} > ${settle}`,
  from: '2026-01-01',
  source: '多人同时办理的演练',
});
