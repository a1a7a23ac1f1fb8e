import type { EntityManager } from 'typeorm';
import { emptyState } from '#domain/decider';
import { brokenInvariantsIn } from '#domain/invariants';
import { replay, type Step } from '#domain/replay';
import type { StreamId } from '#domain/stream';
import { algorithmOf, canonical, chainHash, digestOf, genesis } from './chain';
import { recordedFrom } from './envelope';
import { domainVersion } from './domain-version';
import { rowTables } from './row-tables';
import { unjoined } from './verify-joined';

export interface VerificationStep {
  name: 'sequence' | 'chain' | 'columns' | 'order' | 'rows' | 'head' | 'state' | 'invariants' | 'joined' | 'sealed';
  ok: boolean;
  detail: string;
}
export interface VerifiedStream {
  stream: string;
  checked: number;
  ok: boolean;
  /** the first wrong position and what is wrong there */
  fault: { version: number; kind: VerificationStep['name']; detail: string } | null;
  steps: readonly VerificationStep[];
  algorithm: string;
}

interface EventRow {
  version: string;
  command_id: string;
  ordinal: number;
  type: string;
  occurred_at: Date;
  recorded_at: Date;
  body: string;
  prev_hash: string;
  hash: string;
}

const names = [
  'sequence',
  'chain',
  'columns',
  'order',
  'rows',
  'head',
  'state',
  'invariants',
  'joined',
  'sealed',
] as const;

/**
 * Recomputes a stream from its hashed bodies: numbers without gaps, chain, columns against body, clock order, rows against
 * their digests, head, cached fold, the invariants of its kind, a sign-off beside its subject and leaves of the sealed order. Names the first wrong
 * position.
 */
export async function verifyStream(db: EntityManager, stream: StreamId): Promise<VerifiedStream> {
  const events = await db.query<EventRow[]>('select * from log.event where stream_id = $1 order by version', [stream]);
  const [head] = await db.query<{ version: string; head_hash: string }[]>(
    'select version, head_hash from log.stream_head where stream_id = $1',
    [stream],
  );
  const details = new Map<VerificationStep['name'], string>();
  let fault: VerifiedStream['fault'] = null;
  const wrong = (version: number, kind: VerificationStep['name'], detail: string): void => {
    if (!details.has(kind)) details.set(kind, `第 ${version} 号：${detail}`);
    fault = fault === null || version < fault.version ? { version, kind, detail } : fault;
  };

  let previous: string = genesis;
  let recordedAt = '';
  for (const [index, row] of events.entries()) {
    const version = Number(row.version);
    if (version !== index + 1) wrong(Math.min(version, index + 1), 'sequence', `应为第 ${index + 1} 号`);
    if (row.prev_hash !== previous) wrong(version, 'chain', '没有接上前一条');
    if (chainHash(algorithmOf(row.hash), row.prev_hash, row.body) !== row.hash)
      wrong(version, 'chain', '摘要与内容不符');
    const differing = differingColumn(row, stream);
    if (differing) wrong(version, 'columns', `查询列 ${differing} 与内容不符`);
    const event = recordedFrom(row.body);
    if (event.recordedAt < recordedAt) wrong(version, 'order', '记录时间早于前一条');
    recordedAt = event.recordedAt;
    previous = row.hash;
  }

  await checkRows(db, stream, events, wrong);
  if (!head && events.length > 0) wrong(1, 'head', '没有流头');
  if (head && (Number(head.version) !== events.length || head.head_hash !== previous)) {
    wrong(
      Math.min(Number(head.version), events.length) + 1,
      'head',
      `流头记为第 ${head.version} 号，实有 ${events.length} 条`,
    );
  }
  if (fault === null) {
    const steps = replay(
      stream,
      events.map(({ body }) => recordedFrom(body)),
    );
    await checkState(db, stream, steps, wrong);
    for (const { version, detail } of brokenInvariantsIn(steps)) wrong(version, 'invariants', detail);
    for (const { version, detail } of await unjoined(db, stream, events)) wrong(version, 'joined', detail);
  }
  await checkSealed(db, stream, events, wrong);
  return {
    stream,
    checked: events.length,
    ok: fault === null,
    fault,
    steps: names.map((name) => ({ name, ok: !details.has(name), detail: details.get(name) ?? '' })),
    algorithm: events[0] ? algorithmOf(events[0].hash) : '',
  };
}

type Wrong = (version: number, kind: VerificationStep['name'], detail: string) => void;

function differingColumn(row: EventRow, stream: string): string | undefined {
  const body = recordedFrom(row.body);
  const pairs: [string, unknown, unknown][] = [
    ['stream_id', stream, body.stream],
    ['version', Number(row.version), body.version],
    ['command_id', row.command_id, body.commandId],
    ['ordinal', row.ordinal, body.ordinal],
    ['type', row.type, body.type],
    ['occurred_at', row.occurred_at.getTime(), Date.parse(body.occurredAt)],
    ['recorded_at', row.recorded_at.getTime(), Date.parse(body.recordedAt)],
  ];
  return pairs.find(([, column, hashed]) => column !== hashed)?.[0];
}

/** Every row of every table belongs to an event that sealed it, in number and digest. */
async function checkRows(
  db: EntityManager,
  stream: StreamId,
  events: readonly EventRow[],
  wrong: Wrong,
): Promise<void> {
  const sealing = new Map(events.map((row) => [Number(row.version), recordedFrom(row.body).rows]));
  for (const [name, { table, columns }] of Object.entries(rowTables)) {
    const rows = await db.query<{ version: string; body: string; same: boolean }[]>(
      `select version, body, ${columns.map((column) => columnMatches(column)).join(' and ')} as same
         from ${table} where stream_id = $1 order by version, ordinal`,
      [stream],
    );
    const byVersion = new Map<number, string[]>();
    for (const row of rows) {
      const version = Number(row.version);
      byVersion.set(version, [...(byVersion.get(version) ?? []), row.body]);
      if (!row.same) wrong(version, 'rows', `${table} 的查询列与内容不符`);
      if (sealing.get(version)?.table !== name) wrong(version, 'rows', `${table} 有不属于该记录的明细`);
    }
    for (const [version, sealed] of sealing) {
      if (sealed?.table !== name) continue;
      const bodies = byVersion.get(version) ?? [];
      if (bodies.length !== sealed.count)
        wrong(version, 'rows', `${table} 应有 ${sealed.count} 行，实有 ${bodies.length} 行`);
      else if (digestOf(algorithmOf(sealed.digest), bodies.join('\n')) !== sealed.digest)
        wrong(version, 'rows', `${table} 明细摘要不符`);
    }
  }
}

const property = (column: string): string =>
  column === 'on_date' ? 'on' : column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const columnMatches = (column: string): string =>
  `(${column}::text is not distinct from (body::jsonb ->> '${property(column)}'))`;

async function checkState(db: EntityManager, stream: StreamId, steps: readonly Step[], wrong: Wrong): Promise<void> {
  const [cached] = await db.query<{ version: string; domain_version: string; state: string }[]>(
    'select version, domain_version, state from log.stream_state where stream_id = $1',
    [stream],
  );
  if (!cached || cached.domain_version !== domainVersion) return;
  const folded = steps[Number(cached.version) - 1]?.after ?? emptyState(stream);
  if (canonicalOf(JSON.stringify(folded)) !== canonicalOf(cached.state))
    wrong(Number(cached.version), 'state', '缓存的状态与重放不一致');
}

/** Of a text that may have been altered into no JSON at all. */
function canonicalOf(json: string): string | undefined {
  try {
    return canonical(JSON.parse(json));
  } catch {
    return undefined;
  }
}

async function checkSealed(
  db: EntityManager,
  stream: StreamId,
  events: readonly EventRow[],
  wrong: Wrong,
): Promise<void> {
  const leaves = await db.query<{ version: string; leaf_hash: string }[]>(
    'select version, leaf_hash from log.sealed where stream_id = $1 order by version',
    [stream],
  );
  const hashes = new Map(events.map(({ version, hash }) => [Number(version), hash]));
  for (const { version, leaf_hash } of leaves) {
    const hash = hashes.get(Number(version));
    if (hash === undefined) wrong(Number(version), 'sealed', '已封存的记录不见了');
    else if (hash !== leaf_hash) wrong(Number(version), 'sealed', '与封存时的摘要不符');
  }
}
