import type { EntityManager } from 'typeorm';
import type { BodyFact } from '#domain/facts';
import { districtGovernments, type BodyKind, type PostKind } from '#domain/organization/roles';
import { superiorsOf } from '#domain/organization/superiors';
import { answering, without, type Link } from '#domain/organization/delegation';
import type { Matter } from '#domain/signoff/matter';
import { holdsPost, unregistered, type Organization } from '#domain/organization/organization';
import { kindOf } from '#domain/stream';
import type { CommandData } from '#domain/registry';
import { documentNumber } from '#domain/approval/numbers';
import type { Readers, Reading } from './fact-readers';

interface BodyRow {
  body_id: string;
  name: string;
  kind: BodyKind;
  district: string;
  version: string;
}
const bodyOf = ({ body_id, name, kind, district, version }: BodyRow): BodyFact => ({
  id: body_id,
  name,
  kind,
  district,
  version: Number(version),
});

const bodyForm = /^[a-z0-9][a-z0-9-]{1,63}$/;

/** Every text inside a command's data, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** Every body whose id stands somewhere in a value. */
export async function bodiesNamedIn(tx: EntityManager, value: unknown): Promise<BodyFact[]> {
  const named = [...new Set(textsIn(value).filter((text) => bodyForm.test(text)))];
  const rows = await tx.query<(BodyRow & { registration: string | null })[]>(
    'select body_id, name, kind, district, version, registration from read.body where body_id = any($1)',
    [named],
  );
  return rows.map((row) => ({ ...bodyOf(row), registration: row.registration }));
}

async function districtBodies({
  tx,
  district,
}: Pick<Reading, 'tx' | 'district'>): Promise<Partial<Record<BodyKind, BodyFact>>> {
  const rows = await tx.query<BodyRow[]>(
    `select distinct on (kind) body_id, name, kind, district, version from read.body
      where district = $1 and kind not in ('township', 'subdistrict', 'villageCollective', 'villageSupervision', 'cooperative', 'enterprise', 'supervisionEngineer')
      order by kind, body_id`,
    [district],
  );
  return Object.fromEntries(
    rows.map((row) => [districtGovernments.includes(row.kind) ? 'districtGovernment' : row.kind, bodyOf(row)]),
  );
}

/** The government of a district; one that is not registered where it has none. */
async function governmentOf({ tx, references }: Reading, district: string): Promise<Organization> {
  const government = (await districtBodies({ tx, district })).districtGovernment;
  return government ? (await references.organization(tx, government.id)).organization : unregistered('');
}

/**
 * Who issues under a series waits for whoever issues just now, and then sees that number taken: no two are given one, and none
 * is left out. Heads are locked before, so that nobody waits in a circle. A preflight, which is no transaction, does not wait.
 */
async function inTurn(tx: EntityManager, series: string): Promise<void> {
  if (!tx.queryRunner) return;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`series ${series}`]);
}

export const bodyReaders: Readers<
  'bodies' | 'districtBodies' | 'district' | 'series' | 'project' | 'deputy' | 'signerHeld' | 'superiors'
> = {
  async bodies({ tx, command }) {
    return Object.fromEntries((await bodiesNamedIn(tx, command.data)).map((body) => [body.id, body]));
  },

  districtBodies,

  district: (reading) => governmentOf(reading, reading.district),

  async series({ tx, command, on, references }) {
    const { organization } = await references.organization(tx, command.actor.body);
    const year = on.slice(0, 4);
    const code = organization.seriesCode ?? '';
    await inTurn(tx, `${code}〔${year}〕`);
    const [last] = await tx.query<{ serial: number | null }[]>(
      `select max((regexp_match(key, '〕(\\d+)号$'))[1]::int) as serial from log.claim where kind = 'documentNumber' and key like $1 || '%'`,
      [documentNumber(code, year, 1).replace(/1号$/, '')],
    );
    const taken = await tx.query<{ key: string }[]>(
      `select key from log.claim where kind = 'documentNumber' and key = any($1)`,
      [textsIn(command.data)],
    );
    return { code: code || null, nextSerial: (last?.serial ?? 0) + 1, taken: taken.map(({ key }) => key) };
  },

  async deputy({ tx, command, references }) {
    const { deputy, from, to } = command.data as CommandData<'delegatePost'>;
    const { organization } = await references.organization(tx, deputy.body);
    const links = await tx.query<Link[]>(
      `select person, deputy_person as deputy, from_on::text as "from", to_on::text as "to" from read.delegation
        where person is not null and ended_at is null and from_on <= $2 and to_on >= $1`,
      [from, to],
    );
    return {
      district: organization.exists ? organization.district : null,
      inOffice: holdsPost(organization, deputy.post, deputy.person, from),
      links,
    };
  },

  async signerHeld({ tx, state, command, references }) {
    const { body, post } = (command.data as CommandData<'addSigner'>).signer;
    const { organization } = await references.organization(tx, body);
    const { drafter } = state.subject as Matter;
    return answering(without(organization, drafter.person), post, command.at) !== undefined;
  },

  async superiors(reading) {
    const { tx, state, command, references } = reading;
    const { key } = command.data as CommandData<'lapseDuty'>;
    const owner = state.duties.find((duty) => duty.key === key)?.owner;
    if (kindOf(state.stream) !== 'signoff' || !owner || !('post' in owner)) return [];
    const { organization } = await references.organization(tx, owner.body);
    const government = await governmentOf(reading, organization.district);
    return superiorsOf(owner.post as PostKind, organization, government, command.at);
  },

  async project({ tx, state, command, log }) {
    const [, projectId] = (state.stream.startsWith('wages/') ? state.stream : command.stream).split('/');
    return (await log.state(tx, `project/${projectId}`)).subject as never;
  },
};
