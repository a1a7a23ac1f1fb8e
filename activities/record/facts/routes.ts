import type { PostKind } from '#domain/organization/roles';
import type { CommandData } from '#domain/registry';
import { defaultRoutes, type Signer } from '#domain/signoff/default-routes';
import { matterKindOf } from '#domain/signoff/matter-acts';
import type { Owner, Route, Step } from '#domain/signoff/route';
import type { Readers, Reading } from './fact-readers';

/** Who stands in where a post is not held: the next higher of the same body. */
const nextHigher: Partial<Record<PostKind, PostKind>> = {
  handler: 'approver',
  approver: 'leaderInCharge',
  leaderInCharge: 'head',
};

const withHigher = (kind: PostKind): PostKind[] => {
  const higher = nextHigher[kind];
  return higher ? [kind, ...withHigher(higher)] : [kind];
};

/** The posts of the district's offices that sign; one that nobody can be found for is left out, and the rules name the step. */
async function ownerOf({ tx, district, on, command }: Reading, signer: Signer): Promise<Owner[]> {
  if (signer === 'drafter') {
    const { body, post } = command.actor;
    return tx.query<Owner[]>(
      'select distinct body_id as body, kind as post from read.post where body_id = $1 and post_id = $2',
      [body, post],
    );
  }
  return tx.query<Owner[]>(
    `select post.body_id as body, post.kind as post
       from read.post post join read.body body using (body_id)
      where body.district = $1 and body.kind = $2 and post.kind = any($3)
        and post.from_on <= $4 and (post.to_on is null or post.to_on >= $4)
      order by array_position($3, post.kind), post.body_id limit 1`,
    [district, signer.office, withHigher(signer.post), on],
  );
}

export const routeReaders: Readers<'route'> = {
  async route(reading): Promise<Route> {
    const { act } = reading.command.data as CommandData<'startMatter'>;
    const { id, version, flow, steps } = defaultRoutes[matterKindOf[act.type]];
    const found: Record<string, Step> = {};
    for (const [name, plan] of Object.entries(steps)) {
      const signers: Owner[] = [];
      for (const signer of plan.signers) signers.push(...(await ownerOf(reading, signer)));
      found[name] = { ...plan, signers: signers.length < plan.signers.length ? [] : signers };
    }
    return { id, version, flow, steps: found };
  },
};
