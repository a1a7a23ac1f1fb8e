import type { Actor } from '../actor';
import { isSystem, isWorker } from '../actor';
import type { Authority } from '../facts';
import type { Project } from '../project';
import type { StreamState } from '../state';
import { kindOf } from '../stream';
import type { Parties } from '../parties';
import type { BodyKind, PostKind, Role } from './roles';
import { isSector } from './sectors';

/** Posts that are a role by themselves, whichever body they belong to. */
export const postRoles: ReadonlySet<PostKind> = new Set<PostKind>([
  'leaderInCharge',
  'laborPayOfficer',
  'technicalManager',
  'auditor',
  'scheduler',
  'recordKeeper',
  'systemAdministrator',
]);

/** How the actor stands to the stream's subject. Parties decide where a project names them, else the kind of the body. */
export function rolesOf(actor: Actor, authority: Authority, state: Pick<StreamState, 'stream' | 'subject'>): Role[] {
  if (isSystem(actor)) return ['system'];
  if (isWorker(actor)) return ['worker'];
  const parties = partiesOf(state);
  const byPost = authority.postKinds.filter((kind) => postRoles.has(kind)) as Role[];
  const byBody = parties ? rolesIn(parties, actor.body) : rolesByKind(authority);
  return [...byBody, ...byPost.filter(() => parties === undefined || byBody.length > 0 || isOffice(authority))];
}

/** Auditors, schedulers and administrators stand above single projects. */
const isOffice = ({ postKinds }: Authority): boolean =>
  postKinds.some((kind) => kind === 'auditor' || kind === 'scheduler' || kind === 'systemAdministrator');

function partiesOf({ stream, subject }: Pick<StreamState, 'stream' | 'subject'>): Parties | undefined {
  const kind = kindOf(stream);
  if (kind === 'project') return (subject as Project).parties ?? undefined;
  if (kind === 'wages') return (subject as { parties?: Parties }).parties;
  return undefined;
}

function rolesIn(parties: Parties, body: string): Role[] {
  const single = (Object.keys(parties) as (keyof Parties)[]).filter(
    (role) => role !== 'townships' && parties[role] === body,
  ) as Role[];
  return parties.townships.includes(body) ? [...single, 'township'] : single;
}

/** What a body is by its kind alone; sector departments come beside, and the kinds left out have no part of their own. */
const kindRoles: Partial<Record<BodyKind, readonly Role[]>> = {
  districtGovernment: ['districtGovernment'],
  developmentAreaCommittee: ['districtGovernment'],
  developmentReform: ['developmentReform'],
  agriculture: ['agriculture'],
  finance: ['finance'],
  humanResources: ['humanResources'],
  township: ['township'],
  subdistrict: ['township'],
  villageSupervision: ['villageSupervision'],
  villageCollective: ['collective', 'owner'],
  cooperative: ['collective', 'owner'],
  enterprise: ['owner', 'contractor'],
  supervisionEngineer: ['supervisionEngineer'],
  municipalDepartment: ['municipalDepartment'],
};

/** What a body is by its kind, where no parties name it. */
export function rolesByKind({ bodyKind }: Pick<Authority, 'bodyKind'>): Role[] {
  if (bodyKind === null) return [];
  return [...(isSector(bodyKind) ? (['sectorDepartment'] as const) : []), ...(kindRoles[bodyKind] ?? [])];
}
