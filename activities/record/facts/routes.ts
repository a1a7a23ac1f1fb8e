import type { CommandData } from '#domain/registry';
import type { BodyKind, PostKind } from '#domain/organization/roles';
import { defaultRoutes, type Signer } from '#domain/signoff/default-routes';
import { matterKindOf } from '#domain/signoff/matter-acts';
import type { Owner, Route, Step } from '#domain/signoff/route';
import type { Readers } from './fact-readers';

/** Who stands in where a post is not held: the next higher of the same body. */
const nextHigher: Partial<Record<PostKind, PostKind>> = {
  handler: 'approver',
  approver: 'leaderInCharge',
  leaderInCharge: 'head',
};

interface HeldPost extends Owner {
  office: BodyKind;
}

/** The post that signs, or the next higher one that is held; none where nobody can be found. */
function holding(held: readonly HeldPost[], office: BodyKind, post: PostKind): Owner[] {
  const found = held.find((one) => one.office === office && one.post === post);
  if (found) return [{ body: found.body, post }];
  const higher = nextHigher[post];
  return higher ? holding(held, office, higher) : [];
}

export const routeReaders: Readers<'route'> = {
  async route({ tx, district, on, command: { actor, data } }): Promise<Route> {
    const held = await tx.query<(HeldPost & { post_id: string })[]>(
      `select distinct body.kind as office, post.body_id as body, post.kind as post, post.post_id
         from read.post post join read.body body using (body_id)
        where (body.district = $1 or post.body_id = $2)
          and post.from_on <= $3 and (post.to_on is null or post.to_on >= $3)
        order by post.body_id, post.post_id`,
      [district, actor.body, on],
    );
    const drafter = held
      .filter(({ body, post_id }) => body === actor.body && post_id === actor.post)
      .map(({ body, post }): Owner => ({ body, post }));
    const signersFor = (signer: Signer): Owner[] =>
      signer === 'drafter' ? drafter : holding(held, signer.office, signer.post);

    const { act } = data as CommandData<'startMatter'>;
    const { steps, ...route } = defaultRoutes[matterKindOf[act.type]];
    const found = Object.entries(steps).map(([id, plan]): [string, Step] => {
      const signers = plan.signers.flatMap(signersFor);
      // With one of its signers missing a step has none: the rules name it.
      return [id, { ...plan, signers: signers.length < plan.signers.length ? [] : signers }];
    });
    return { ...route, steps: Object.fromEntries(found) };
  },
};
