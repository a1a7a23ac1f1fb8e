import { randomBytes, randomUUID } from 'node:crypto';
import type { BodyKind, PostKind } from '#domain/organization/roles';
import { administratorLogin, holderOf } from '../demonstration/accounts';
import { HttpClient, type Answer } from './http-client';
import type { TrialSystem } from './trial-system';
import { trialProposal } from './trial-proposal';

/** Its own, so that a trial on a running system leaves the demonstration district as it is. */
export const trialCode = '110118';
export const trialRulebook = `/api/rulebooks/${trialCode}/commands`;

/** id, name, kind, code of its number series */
type Office = readonly [id: string, name: string, kind: BodyKind, seriesCode: string | null];

/** The offices that every project of a district is bound to, and those that take part in this trial's projects. */
const offices: readonly Office[] = [
  ['yq-gov', '试验区人民政府', 'districtGovernment', '试政发'],
  ['yq-drc', '试验区发展和改革委员会', 'developmentReform', '试发改'],
  ['yq-ara', '试验区农业农村局', 'agriculture', '试农发'],
  ['yq-fin', '试验区财政局', 'finance', '试财'],
  ['yq-hrss', '试验区人力资源和社会保障局', 'humanResources', '试人社'],
  ['yq-water', '试验区水务局', 'water', '试水'],
  ['sihai-town', '试验镇人民政府', 'township', '试镇发'],
  ['liangjia-coop', '试验村股份经济合作社', 'villageCollective', null],
];

/** Who draws up, who decides and who signs off are three people. @rule R-OA-16 */
const posts = [
  ['handler', '经办人', 'handler'],
  ['approver', '审批人', 'approver'],
  ['leader', '分管负责人', 'leaderInCharge'],
] as const;
/** Of a municipal department only the one who countersigns takes part; a collective has its handler alone. */
const ownPosts: { readonly [kind in BodyKind]?: readonly (readonly [id: string, name: string, kind: PostKind])[] } = {
  villageCollective: posts.slice(0, 1),
  municipalDepartment: posts.slice(1, 2),
  districtGovernment: [...posts, ['keeper', '补录员', 'recordKeeper']],
};
const postsOf = (kind: BodyKind) => ownPosts[kind] ?? posts;
const districtOf = (kind: BodyKind): string => (kind === 'municipalDepartment' ? '110000' : trialCode);

/** A district with projects in planning, and the sessions of those who decide on them. */
export interface TrialDistrict {
  /** handler of the project's owner, who states feasibility */
  owner: HttpClient;
  projects: readonly string[];
  /** a session of whoever holds a post, e.g. `yq-drc/approver`; the login is the post's */
  logIn: (post: string) => Promise<HttpClient>;
}

/**
 * Founds a small district over the API as its administrator, or finds it founded, and proposes projects.
 * @param more offices beside those that every project of the district is bound to
 * @throws Error with the answer that was not expected
 */
export async function foundTrialDistrict(
  system: Pick<TrialSystem, 'api' | 'administratorPassword'>,
  projectCount: number,
  more: readonly Office[] = [],
): Promise<TrialDistrict> {
  const administrator = new HttpClient(system.api);
  await administrator.logIn(administratorLogin, system.administratorPassword);
  const password = randomBytes(18).toString('base64url');
  for (const [id, name, kind, seriesCode] of [...offices, ...more]) {
    const act = (type: string, data: object, what = 'body') =>
      done(() => administrator.command(`/api/organizations/${id}/commands/${type}`, data, `found.${what}.${type}`));
    await act('registerBody', { name, kind, district: districtOf(kind), seriesCode, registration: null });
    for (const [postId, title, kindOfPost] of postsOf(kind)) {
      const person = holderOf(`${id}/${postId}`);
      await act('createPost', { postId, name: title, kind: kindOfPost }, postId);
      await act('appointHolder', { postId, person, from: '2023-01-01', to: null }, postId);
      await openAccount(administrator, {
        login: loginOf(`${id}/${postId}`),
        title: `${name}${title}`,
        password,
        person,
      });
    }
  }
  await nameLeader(administrator);
  administrator.close();
  const logIn = async (post: string): Promise<HttpClient> => {
    const client = new HttpClient(system.api);
    await client.logIn(loginOf(post), password);
    return client;
  };
  const proposer = await logIn('yq-drc/handler');
  const projects = Array.from({ length: projectCount }, () => randomUUID());
  for (const [index, id] of projects.entries()) {
    const path = `/api/projects/${id}/commands/proposeProject`;
    await done(() => proposer.command(path, proposal(index + 1), `propose.${id}`));
  }
  proposer.close();
  return { owner: await logIn('liangjia-coop/handler'), projects, logIn };
}

const loginOf = (post: string): string => post.replace('/', '.');

/** An account of an earlier trial gets this one's password. */
async function openAccount(
  administrator: HttpClient,
  account: { login: string; title: string; password: string; person: string },
): Promise<void> {
  const { status } = await administrator.send('POST', '/api/accounts', account);
  if (status === 201) return;
  const { login, password } = account;
  await done(() => administrator.send('PATCH', `/api/accounts/${login}`, { password }));
}

/** The district comes first: its mechanism and its leader in charge. @rule R-PLAN-02 R-ORG-03 */
async function nameLeader(administrator: HttpClient): Promise<void> {
  const act = (type: string, data: object) =>
    done(() => administrator.command(`/api/organizations/yq-gov/commands/${type}`, data, `found.leader.${type}`));
  await act('nameLeader', { post: 'leader', agendaMeetingOn: '2026-01-12', minutesNumber: '试政会〔2026〕1号' });
  await act('establishMechanism', { responsibleBody: 'yq-drc', description: '区发展改革委统筹，按月会商' });
}

/** A decision that may be taken again and again: each is one more event of the project. */
export const statement = (words: string) => ({
  qualityHolds: true,
  safetyHolds: true,
  scheduleHolds: true,
  postsNearHome: true,
  statement: words,
});
export const statementPath = (project: string): string => `/api/projects/${project}/commands/stateFeasibility`;

/** Sends until it is decided: what was stored meanwhile is asked for again with the same key. */
export async function done(send: () => Promise<Answer>): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    const { status, body } = await send();
    if (status === 202) continue;
    if (status < 200 || status > 299) throw new Error(`unexpected answer ${status}: ${JSON.stringify(body)}`);
    return;
  }
  throw new Error('stored, and not decided in time');
}

const proposal = (index: number) => ({ ...trialProposal, name: `试验·第 ${index} 号护坝修复` });
