import type { FactValues } from '../facts';
import { postRoles, rolesByKind } from '../organization/authority';
import type { PostKind, Role } from '../organization/roles';
import { definitionOf } from '../registry';
import { matterKindOf, type MatterAct } from './matter-acts';
import type { MatterKind } from './matter-kinds';
import { lastSteps, type Flow } from './route';
import type { Relation, SignerPlan } from './route-plan';

/** Relations that are no role by themselves, with what the body found may be; none known for whoever approved or draws up. */
const asRoles: Partial<Record<Relation, readonly Role[] | null>> = {
  employer: ['contractor', 'collective', 'owner', 'township'],
  checker: ['township', 'villageSupervision', 'owner'],
  originalApprover: null,
  draftingBody: null,
};

/** What a planned signer may be to the subject; null where only the start can tell. */
function rolesOfPlan(signer: SignerPlan, bodies: FactValues['bodies']): readonly Role[] | null {
  if (signer.by === 'office') return rolesByKind({ bodyKind: signer.office });
  if (signer.by === 'body') return rolesByKind({ bodyKind: bodies[signer.body]?.kind ?? null });
  const { relation } = signer;
  const named = asRoles[relation];
  return named === undefined ? [relation as Role] : named;
}

const ofPost = (post: PostKind): readonly Role[] => (postRoles.has(post) ? [post as Role] : []);

const actsOf = (kind: MatterKind): MatterAct['type'][] =>
  (Object.keys(matterKindOf) as MatterAct['type'][]).filter((type) => matterKindOf[type] === kind);

/** Whether a signer may do every act of a kind: whoever signs last does the act. */
function isEntitled(kind: MatterKind, signer: SignerPlan, bodies: FactValues['bodies']): boolean {
  const roles = rolesOfPlan(signer, bodies);
  if (roles === null) return true;
  const held = [...roles, ...ofPost(signer.post)];
  return actsOf(kind).every((type) => definitionOf(type).who.some((role) => held.includes(role)));
}

/** Each signer who may be a matter's last and could not do its act, with the place of the step. */
export const lastNotEntitled = (
  {
    kind,
    flow,
    steps,
  }: { kind: MatterKind; flow: Flow; steps: Readonly<Record<string, { signers: readonly SignerPlan[] }>> },
  bodies: FactValues['bodies'],
): { step: string; signer: number }[] =>
  lastSteps(flow).flatMap((step) =>
    (steps[step]?.signers ?? []).flatMap((one, signer) => (isEntitled(kind, one, bodies) ? [] : [{ step, signer }])),
  );
