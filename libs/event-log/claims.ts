import type { Claim } from '#domain/rules';
import type { StreamId } from '#domain/stream';
import type { Statement } from './statement';

/** Unique names taken and given back. Fails with 23505 when another holds one: the transaction is tried afresh. */
export function claiming(
  stream: StreamId,
  version: number,
  claims: readonly Claim[],
  releases: readonly Claim[],
): Statement[] {
  const release: Statement = {
    name: 'log.release',
    text: `delete from log.claim using jsonb_to_recordset($1::jsonb) as gone(kind text, key text, holder text)
            where claim.kind = gone.kind and claim.key = gone.key and claim.holder = gone.holder`,
    values: [JSON.stringify(releases)],
  };
  const claim: Statement = {
    name: 'log.claim',
    text: `insert into log.claim (kind, key, holder, stream_id, version)
           select taken.kind, taken.key, taken.holder, $1, $2
             from jsonb_to_recordset($3::jsonb) as taken(kind text, key text, holder text)
            where not exists (select from log.claim held
                               where held.kind = taken.kind and held.key = taken.key and held.holder = taken.holder)`,
    values: [stream, version, JSON.stringify(claims)],
  };
  return [...(releases.length > 0 ? [release] : []), ...(claims.length > 0 ? [claim] : [])];
}
