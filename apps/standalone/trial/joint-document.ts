import { policy } from '#domain/rulebook/clauses';
import type { CommandData } from '#domain/registry';

/** The eleven bodies that issued 京发改〔2023〕1336号 together, in the order of its head. */
export const issuers: readonly { id: string; name: string }[] = policy.issuers.map((name, index) => ({
  id: `bj-${index + 1}`,
  name,
}));

/** All of them at once, then the district's leader: the joint document as the notice itself was made. */
export const jointRoute: CommandData<'setRoute'> = {
  kind: 'steering',
  level: 'district',
  steps: [
    {
      id: 'joint',
      name: '联合会签',
      mode: { way: 'all' },
      signers: issuers.map(({ id }) => ({ by: 'body', body: id, post: 'approver' })),
      limitDays: 5,
      onRefusal: 'return',
    },
    {
      id: 'issue',
      name: '签发',
      mode: { way: 'all' },
      signers: [{ by: 'relation', relation: 'districtGovernment', post: 'leaderInCharge' }],
      limitDays: 3,
      onRefusal: 'end',
    },
  ],
  flow: 'joint > issue',
  dedupe: 'none',
  from: '2026-01-01',
  to: null,
  source: '十一部门联合发文',
};
