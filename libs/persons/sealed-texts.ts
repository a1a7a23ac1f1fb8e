import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type KeyRing } from './key-ring';
import { wrappedKeyOf } from './person-store';
import { problem, VaultRefusal } from './problems';
import { seal, type SealingAlgorithm, unseal } from './sealing';

/** What an event keeps of free text: where it lies, and a digest that tells nothing without the salt kept there. */
export interface SealedText {
  textRef: string;
  /** HMAC-SM3 under the text's own salt, 64 hexadecimal digits */
  digest: string;
}

/** A text as read back. `digest` is reckoned anew, so that it can be held against the event's. */
export type OpenedText =
  { textRef: string; erased: false; text: string; digest: string } | { textRef: string; erased: true };

export interface TextEntry {
  /** ISO instant */
  at: string;
  /** given by a caller that may repeat itself, so that the repetition finds the first text */
  textRef?: string;
  /** whose erasure takes the text along */
  personRef?: string;
}

interface TextRow {
  text_ref: string;
  algorithm: SealingAlgorithm;
  sealed: Buffer | null;
  wrapping_key_id: string | null;
  key_algorithm: SealingAlgorithm | null;
  wrapped: Buffer | null;
  salt: Buffer | null;
}

/**
 * Seals a text beside the log. The same `textRef` and text again returns what the first call returned.
 * @throws VaultRefusal `textDiffers` when the reference holds another text, `personErased`, `personUnknown`
 */
export async function sealText(
  manager: EntityManager,
  ring: KeyRing,
  text: string,
  { at, textRef = randomUUID(), personRef }: TextEntry,
): Promise<SealedText> {
  if (personRef !== undefined) await holdAgainstErasure(manager, personRef);
  const { key, wrapped } = ring.newKey(textRef);
  const salt = randomBytes(32);
  const { algorithm, bytes } = seal(ring.algorithm, key, Buffer.from(text, 'utf8'), placeOf(textRef));
  // Text and key in one statement: a text whose key was lost between two could never be sealed again.
  const made = await manager.query<unknown[]>(
    `with made as (
       insert into vault.text (text_ref, person_ref, algorithm, sealed, created_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning text_ref)
     insert into vault.text_key (text_ref, wrapping_key_id, algorithm, wrapped, salt)
     select text_ref, $6, $7, $8::bytea, $9::bytea from made returning text_ref`,
    [textRef, personRef ?? null, algorithm, bytes, at, wrapped.wrappingKeyId, wrapped.algorithm, wrapped.bytes, salt],
  );
  if (made.length === 0) return sealedBefore(manager, ring, textRef, text);
  return { textRef, digest: digestOf(text, salt) };
}

/** Opens texts in the order asked; unknown references are absent. */
export async function openTexts(
  manager: EntityManager,
  ring: KeyRing,
  textRefs: readonly string[],
): Promise<OpenedText[]> {
  const rows = await manager.query<TextRow[]>(
    `select t.text_ref, t.algorithm, t.sealed, k.wrapping_key_id, k.algorithm as key_algorithm, k.wrapped, k.salt
       from vault.text t left join vault.text_key k using (text_ref) where t.text_ref = any($1::uuid[])`,
    [[...textRefs]],
  );
  const opened = new Map(rows.map((row) => [row.text_ref, openRow(ring, row)]));
  return textRefs.flatMap((textRef) => opened.get(textRef) ?? []);
}

/** Destroys keys and salts of the texts chosen; the digests in the log stay and say nothing. @returns how many there were */
export async function eraseTexts(
  manager: EntityManager,
  chosen: { textRefs: readonly string[] } | { personRef: string },
  at: string,
): Promise<number> {
  const [condition, value] =
    'personRef' in chosen
      ? ['person_ref = $1', chosen.personRef]
      : ['text_ref = any($1::uuid[])', [...chosen.textRefs]];
  const [rows] = await manager.query<[{ text_ref: string }[], number]>(
    `update vault.text set sealed = null, erased_at = $2 where ${condition} and erased_at is null returning text_ref`,
    [value, at],
  );
  await manager.query('delete from vault.text_key where text_ref = any($1::uuid[])', [
    rows.map(({ text_ref }) => text_ref),
  ]);
  return rows.length;
}

async function sealedBefore(manager: EntityManager, ring: KeyRing, textRef: string, text: string): Promise<SealedText> {
  const [first] = await openTexts(manager, ring, [textRef]);
  if (!first || first.erased || first.text !== text) {
    throw new VaultRefusal([problem('textDiffers', { field: 'text' })]);
  }
  return { textRef, digest: first.digest };
}

async function holdAgainstErasure(manager: EntityManager, personRef: string): Promise<void> {
  const [person] = await manager.query<{ erased: boolean }[]>(
    'select erased_at is not null as erased from vault.person where person_ref = $1 for share',
    [personRef],
  );
  if (!person) throw new VaultRefusal([problem('personUnknown')]);
  if (person.erased) throw new VaultRefusal([problem('personErased')]);
}

function openRow(ring: KeyRing, row: TextRow): OpenedText {
  const textRef = row.text_ref;
  const wrapped = wrappedKeyOf(row);
  if (!row.sealed || !wrapped || !row.salt) return { textRef, erased: true };
  const key = ring.unwrap(wrapped, textRef);
  const text = unseal({ algorithm: row.algorithm, bytes: row.sealed }, key, placeOf(textRef)).toString('utf8');
  return { textRef, erased: false, text, digest: digestOf(text, row.salt) };
}

function digestOf(text: string, salt: Buffer): string {
  return createHmac('sm3', salt).update(text).digest('hex');
}

function placeOf(textRef: string): string {
  return `text ${textRef}`;
}
