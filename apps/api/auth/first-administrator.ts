import { randomBytes, randomUUID } from 'node:crypto';
import { Recorder } from '#activities/record/recorder';
import { systemActor } from '#domain/actor';
import { civilDateOf } from '#domain/calendar';
import { organizationStream } from '#domain/stream';
import { tellProgress } from '#platform/child';
import type { Accounts } from './accounts';
import type { Clock } from './clock';

/** The body that runs the system, and its administrators' post. */
const platform = 'platform';
const post = 'administrator';

/**
 * At the first start nobody could let anybody in: makes one administrator, with the password given or a random one told once.
 * Safe to repeat; of several programs that start together one makes it.
 */
export async function ensureAdministrator(
  accounts: Accounts,
  recorder: Recorder,
  clock: Clock,
  given?: string,
): Promise<void> {
  if (await accounts.exist()) return;
  const password = given ?? randomBytes(12).toString('base64url');
  const person = randomUUID();
  const made = await accounts.create({ login: 'admin', title: '系统管理员', password, person }, true).then(
    () => true,
    () => false,
  );
  if (!made) return;
  await appoint(recorder, clock, person);
  if (!given) tellProgress(`首次启动：系统管理员账号 admin，密码 ${password}（只显示这一次，请登录后修改）`);
}

/** The administrator's right to set up bodies comes from a post like everybody's. */
async function appoint(recorder: Recorder, clock: Clock, person: string): Promise<void> {
  const at = clock.iso();
  const acts = [
    [
      'registerBody',
      { name: '系统运行单位', kind: 'platform', district: '110000', seriesCode: null, registration: null },
    ],
    ['createPost', { postId: post, name: '系统管理员', kind: 'systemAdministrator' }],
    ['appointHolder', { postId: post, person, from: civilDateOf(at), to: null }],
  ] as const;
  for (const [type, data] of acts) {
    const id = `first-administrator.${type}`;
    const { refused } = await recorder.recordCommand({
      id,
      stream: organizationStream(platform),
      type,
      data,
      at,
      actor: systemActor,
    });
    if (refused)
      throw new Error(
        `the first administrator has no post: ${refused.map(({ rule, found }) => `${rule} ${found}`).join('; ')}`,
      );
  }
}
