import type { EntityManager } from 'typeorm';
import { grow, leafHash, rootOf, type Frontier } from './merkle';

export interface Sealed {
  size: number;
  root: string | null;
  added: number;
}

/** One sealer at a time, wherever it runs. */
const sealerLock = 7_154_103;

/**
 * Gives events their place in the one gapless order, after the fact: only transactions that no open one can precede. Safe
 * against late commits, which a counter given at insert is not.
 * @param most how many events at most in this round
 */
export async function seal(tx: EntityManager, most = 5_000): Promise<Sealed> {
  const [lock] = await tx.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock($1) as mine', [sealerLock]);
  const before = await frontierOf(tx);
  if (!lock?.mine) return { size: before.size, root: rootOf(before), added: 0 };
  const events = await tx.query<{ stream_id: string; version: string; hash: string; xid: string }[]>(
    `select event.stream_id, event.version, event.hash, event.xid
       from log.event, log.sealer
      where event.xid < pg_snapshot_xmin(pg_current_snapshot())
        and (event.xid, event.stream_id, event.version) > (last_xid, last_stream, last_version)
      order by event.xid, event.stream_id, event.version limit $1`,
    [most],
  );
  if (events.length === 0) return { size: before.size, root: rootOf(before), added: 0 };
  const after = events.reduce((frontier, { hash }) => grow(frontier, leafHash(hash)), before);
  await tx.query(
    `insert into log.sealed (leaf, stream_id, version, leaf_hash)
     select $1 + line.position - 1, line.stream_id, line.version, line.hash
       from unnest($2::text[], $3::bigint[], $4::text[]) with ordinality as line(stream_id, version, hash, position)`,
    [
      before.size,
      events.map(({ stream_id }) => stream_id),
      events.map(({ version }) => version),
      events.map(({ hash }) => hash),
    ],
  );
  const last = events.at(-1)!;
  await tx.query(
    'update log.sealer set tree_size = $1, frontier = $2, last_xid = $3, last_stream = $4, last_version = $5',
    [after.size, JSON.stringify(after.hashes), last.xid, last.stream_id, last.version],
  );
  return { size: after.size, root: rootOf(after), added: events.length };
}

export async function frontierOf(tx: EntityManager): Promise<Frontier> {
  const [row] = await tx.query<{ tree_size: string; frontier: string[] }[]>(
    'select tree_size, frontier from log.sealer',
  );
  return { size: Number(row!.tree_size), hashes: row!.frontier };
}
