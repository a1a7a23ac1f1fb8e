import { type EntityManager } from 'typeorm';
import { type IndexKind, indexKinds, type KeyRing, type WrappedKey } from './key-ring';
import { type PersonRecord } from './person';
import { seal, type SealingAlgorithm, unseal } from './sealing';

/** A person as read: the record and its key, or neither after erasure. */
export type StoredPerson =
  { personRef: string; erased: false; record: PersonRecord; key: Buffer } | { personRef: string; erased: true };

export type LivePerson = Extract<StoredPerson, { erased: false }>;

interface PersonRow {
  person_ref: string;
  algorithm: SealingAlgorithm;
  sealed: Buffer | null;
  wrapping_key_id: string | null;
  key_algorithm: SealingAlgorithm | null;
  wrapped: Buffer | null;
}

/**
 * Reads and opens persons; unknown references are absent.
 * @param options.lock holds their rows until the transaction ends, in one order for all callers
 */
export async function loadPersons(
  manager: EntityManager,
  ring: KeyRing,
  personRefs: readonly string[],
  options: { lock: boolean },
): Promise<Map<string, StoredPerson>> {
  const rows = await manager.query<PersonRow[]>(
    `select p.person_ref, p.algorithm, p.sealed, k.wrapping_key_id, k.algorithm as key_algorithm, k.wrapped
       from vault.person p left join vault.person_key k using (person_ref)
      where p.person_ref = any($1::uuid[]) order by p.person_ref ${options.lock ? 'for update of p' : ''}`,
    [[...personRefs]],
  );
  return new Map(rows.map((row) => [row.person_ref, openRow(ring, row)]));
}

function openRow(ring: KeyRing, row: PersonRow): StoredPerson {
  const personRef = row.person_ref;
  const wrapped = wrappedKeyOf(row);
  // A missing key alone is erasure too: a restored backup may hold sealed bytes whose key was destroyed since.
  if (!row.sealed || !wrapped) return { personRef, erased: true };
  const key = ring.unwrap(wrapped, personRef);
  const plain = unseal({ algorithm: row.algorithm, bytes: row.sealed }, key, placeOf(personRef));
  return { personRef, erased: false, record: JSON.parse(plain.toString('utf8')) as PersonRecord, key };
}

/** The wrapped key of a joined row, where there is one. */
export function wrappedKeyOf(
  row: Pick<PersonRow, 'wrapping_key_id' | 'key_algorithm' | 'wrapped'>,
): WrappedKey | undefined {
  if (!row.wrapping_key_id || !row.key_algorithm || !row.wrapped) return undefined;
  return { wrappingKeyId: row.wrapping_key_id, algorithm: row.key_algorithm, bytes: row.wrapped };
}

/** Adds persons, each sealed under a key of its own. */
export async function insertPersons(
  manager: EntityManager,
  ring: KeyRing,
  persons: readonly { personRef: string; record: PersonRecord }[],
  { district, at }: { district: string; at: string },
): Promise<void> {
  const made = persons.map(({ personRef, record }) => {
    const { key, wrapped } = ring.newKey(personRef);
    return { personRef, wrapped, sealed: sealRecord(ring, key, personRef, record) };
  });
  await manager.query(
    `insert into vault.person (person_ref, district, algorithm, sealed, created_at, changed_at)
     select ref, $3, $4, sealed, $5, $5 from unnest($1::uuid[], $2::bytea[]) as made (ref, sealed)`,
    [made.map(({ personRef }) => personRef), made.map(({ sealed }) => sealed), district, ring.algorithm, at],
  );
  await manager.query(
    `insert into vault.person_key (person_ref, wrapping_key_id, algorithm, wrapped)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])`,
    [
      made.map(({ personRef }) => personRef),
      made.map(({ wrapped }) => wrapped.wrappingKeyId),
      made.map(({ wrapped }) => wrapped.algorithm),
      made.map(({ wrapped }) => wrapped.bytes),
    ],
  );
}

/** Seals changed records anew under the keys they have. */
export async function updatePersons(
  manager: EntityManager,
  ring: KeyRing,
  persons: readonly LivePerson[],
  at: string,
): Promise<void> {
  await manager.query(
    `update vault.person p set sealed = made.sealed, algorithm = $3, changed_at = $4
       from unnest($1::uuid[], $2::bytea[]) as made (ref, sealed) where p.person_ref = made.ref`,
    [
      persons.map(({ personRef }) => personRef),
      persons.map(({ personRef, record, key }) => sealRecord(ring, key, personRef, record)),
      ring.algorithm,
      at,
    ],
  );
}

/**
 * Enters numbers into the blind index where nobody holds them.
 * @returns who holds each number now, in the order given; for a phone, which may be shared, the person given
 */
export async function claimNumbers(
  manager: EntityManager,
  ring: KeyRing,
  kind: IndexKind,
  claims: readonly { personRef: string; value: string }[],
): Promise<string[]> {
  if (claims.length === 0) return [];
  const digests = claims.map(({ value }) => ring.digest(kind, value));
  // Sorted, so that two lists with common numbers wait for each other instead of locking each other out.
  await manager.query(
    `insert into vault.person_index (kind, digest, person_ref, key_id)
     select $1, digest, ref, $4 from unnest($2::bytea[], $3::uuid[]) as claim (digest, ref) order by digest
     on conflict do nothing`,
    [kind, digests, claims.map(({ personRef }) => personRef), ring.indexKeyId],
  );
  if (kind === 'phone') return claims.map(({ personRef }) => personRef);
  const rows = await manager.query<{ digest: Buffer; person_ref: string }[]>(
    'select digest, person_ref from vault.person_index where kind = $1 and digest = any($2::bytea[])',
    [kind, digests],
  );
  const holders = new Map(rows.map((row) => [row.digest.toString('hex'), row.person_ref]));
  return digests.map((digest, place) => holders.get(digest.toString('hex')) ?? claims[place]!.personRef);
}

/** Takes the numbers out of the index that a change of record leaves behind. */
export async function releaseNumbers(
  manager: EntityManager,
  ring: KeyRing,
  changes: readonly { personRef: string; before: PersonRecord; after: PersonRecord }[],
): Promise<void> {
  const left = changes.flatMap(({ personRef, before, after }) =>
    indexKinds
      .filter((kind) => numberOf(before, kind) !== numberOf(after, kind))
      .flatMap((kind) => {
        const value = numberOf(before, kind);
        return value === undefined ? [] : [{ kind, digest: ring.digest(kind, value), personRef }];
      }),
  );
  if (left.length === 0) return;
  await manager.query(
    `delete from vault.person_index i using unnest($1::text[], $2::bytea[], $3::uuid[]) as gone (kind, digest, ref)
      where i.kind = gone.kind and i.digest = gone.digest and i.person_ref = gone.ref`,
    [left.map(({ kind }) => kind), left.map(({ digest }) => digest), left.map(({ personRef }) => personRef)],
  );
}

/** The number of a record that an index kind is made from. */
export function numberOf(record: PersonRecord, kind: IndexKind): string | undefined {
  return { idNumber: record.idNumber, phone: record.phone, card: record.cardNumber }[kind];
}

function sealRecord(ring: KeyRing, key: Buffer, personRef: string, record: PersonRecord): Buffer {
  return seal(ring.algorithm, key, Buffer.from(JSON.stringify(record), 'utf8'), placeOf(personRef)).bytes;
}

function placeOf(personRef: string): string {
  return `record of ${personRef}`;
}
