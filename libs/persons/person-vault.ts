import { type EntityManager } from 'typeorm';
import { civilDateOf } from '#domain/civil-date';
import { type VaultKeys } from '#platform/vault-keys';
import { readPhone } from './account-numbers';
import { type NumberMode, readIdNumber } from './id-number';
import { type IndexKind, KeyRing } from './key-ring';
import { erasedView, type ErasedView, type MaskProfile, type PersonViews, views } from './masks';
import {
  attributesFrom,
  type CardInput,
  checkNumbers,
  type PersonAttributes,
  type PersonCorrection,
  type PersonInput,
  type PersonRecord,
  updated,
} from './person';
import { type LivePerson, loadPersons } from './person-store';
import { problem, VaultRefusal } from './problems';
import { changeRecords, refuseIfAny, type Registered, registerPeople } from './registration';
import { type SealingAlgorithm } from './sealing';
import { eraseTexts, type OpenedText, openTexts, type SealedText, sealText, type TextEntry } from './sealed-texts';

export interface Reader {
  /** reference of the account or post that reads; no name */
  reader: string;
  /** ISO instant */
  at: string;
  /** asked for by the profile `full`; kept sealed, the log row points at it */
  reason?: string;
}

/**
 * Who a worker is: sealed per person, found by blind index, forgotten by destroying the key.
 * Every method works in the caller's transaction; a call that throws leaves nothing of itself behind.
 * @rule R-PRIV-09
 * @rule R-PRIV-11
 */
export class PersonVault {
  private readonly ring: KeyRing;

  constructor(
    keys: VaultKeys,
    private readonly options: NumberMode & { algorithm?: SealingAlgorithm },
  ) {
    this.ring = new KeyRing(keys, options.algorithm ?? 'sm4-ctr+hmac-sm3');
  }

  /** @throws Error when this key file is not the one the database was written with */
  async checkKeys(manager: EntityManager): Promise<void> {
    const rows = await manager.query<{ key_id: string }[]>('select key_id from vault.person_index limit 1');
    if (rows.some(({ key_id }) => key_id !== this.ring.indexKeyId)) {
      throw new Error('the vault key file does not belong to this database; restore the one it was written with');
    }
  }

  /** Registers one person, or finds the one who bears the same citizen number. @throws VaultRefusal */
  async register(
    manager: EntityManager,
    input: PersonInput,
    entry: { district: string; at: string },
  ): Promise<Registered> {
    const [registered] = await this.registerMany(manager, [input], entry);
    return registered!;
  }

  /**
   * Registers a list as one: all of it or, with the problems of every row, none.
   * @param entry.district six-digit code of the district that registers; `at` ISO instant
   * @throws VaultRefusal
   */
  async registerMany(
    manager: EntityManager,
    inputs: readonly PersonInput[],
    entry: { district: string; at: string },
  ): Promise<Registered[]> {
    const on = civilDateOf(entry.at);
    const checked = inputs.map((input, row) => checkNumbers(input, { ...this.options, on, row }));
    refuseIfAny(checked.flatMap(({ problems }) => problems));
    const people = checked.map(({ value }) => value);
    return manager.transaction((tx) => registerPeople(tx, this.ring, people, entry));
  }

  /** Corrects what is kept of a person. @throws VaultRefusal @rule R-PRIV-08 */
  async correct(
    manager: EntityManager,
    personRef: string,
    correction: PersonCorrection,
    { at }: { at: string },
  ): Promise<void> {
    await this.change(manager, personRef, correction, at, updated);
  }

  /** Sets or replaces the worker's own card. @throws VaultRefusal `cardTaken` when another holds it @rule R-PAY-16 */
  async setCard(manager: EntityManager, personRef: string, card: CardInput, { at }: { at: string }): Promise<void> {
    // The whole card at once: a new number must not keep the old one's bank.
    await this.change(manager, personRef, card, at, (record, { cardNumber }) => ({
      ...record,
      cardNumber,
      cardBank: card.cardBank,
    }));
  }

  /**
   * Shows persons in the order asked; unknown references are absent.
   * @throws VaultRefusal `reasonMissing` for `full` without a reason
   * @rule R-PRIV-15
   */
  async show<P extends MaskProfile>(
    manager: EntityManager,
    personRefs: readonly string[],
    profile: P,
    reader: Reader,
  ): Promise<(PersonViews[P] | ErasedView)[]> {
    if (profile === 'full') await this.logReading(manager, personRefs, reader);
    const stored = await loadPersons(manager, this.ring, personRefs, { lock: false });
    return personRefs.flatMap((personRef): readonly (PersonViews[P] | ErasedView)[] => {
      const person = stored.get(personRef);
      if (!person) return [];
      return person.erased ? [erasedView(personRef)] : [views[profile](personRef, person.record)];
    });
  }

  /** What rules may know of these persons, in the order asked; unknown references are absent. */
  async attributesOf(manager: EntityManager, personRefs: readonly string[]): Promise<PersonAttributes[]> {
    const stored = await loadPersons(manager, this.ring, personRefs, { lock: false });
    return personRefs.flatMap((personRef) => {
      const person = stored.get(personRef);
      return person ? [attributesFrom(personRef, person.erased ? null : person.record)] : [];
    });
  }

  /** The one person with this citizen number, however it is written. */
  async findByIdNumber(manager: EntityManager, written: string): Promise<string | null> {
    const reading = readIdNumber(written, this.options);
    return reading.ok ? ((await this.find(manager, 'idNumber', reading.idNumber))[0] ?? null) : null;
  }

  /** Everyone who gave this phone number: a household may share one. */
  async findByPhone(manager: EntityManager, written: string): Promise<string[]> {
    const reading = readPhone(written, this.options);
    return reading.ok ? this.find(manager, 'phone', reading.phone) : [];
  }

  /**
   * Forgets a person: key, index rows, sealed bytes and the texts bound to them. A tombstone keeps the reference; a second
   * call changes nothing. Whether a keeping time still runs is for the command to judge beforehand.
   * @throws VaultRefusal `personUnknown`
   * @rule R-PRIV-09
   */
  async erase(manager: EntityManager, personRef: string, { at }: { at: string }): Promise<void> {
    await manager.transaction(async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        `update vault.person set sealed = null, erased_at = coalesce(erased_at, $2) where person_ref = $1 returning 1`,
        [personRef, at],
      );
      if (rows.length === 0) throw new VaultRefusal([problem('personUnknown')]);
      await tx.query('delete from vault.person_key where person_ref = $1', [personRef]);
      await tx.query('delete from vault.person_index where person_ref = $1', [personRef]);
      await eraseTexts(tx, { personRef }, at);
    });
  }

  /** Seals an opinion, a reason or other free text beside the log. @throws VaultRefusal */
  async sealText(manager: EntityManager, text: string, entry: TextEntry): Promise<SealedText> {
    // One statement needs no transaction about it; only a person's erasure has to be held off.
    if (entry.personRef === undefined) return sealText(manager, this.ring, text, entry);
    return manager.transaction((tx) => sealText(tx, this.ring, text, entry));
  }

  /** Opens texts in the order asked, erased ones marked; unknown references are absent. */
  async openText(manager: EntityManager, textRefs: readonly string[]): Promise<OpenedText[]> {
    return openTexts(manager, this.ring, textRefs);
  }

  /** Forgets single texts. @returns how many there were to forget */
  async eraseText(manager: EntityManager, textRefs: readonly string[], { at }: { at: string }): Promise<number> {
    return manager.transaction((tx) => eraseTexts(tx, { textRefs }, at));
  }

  private async change(
    manager: EntityManager,
    personRef: string,
    stated: Partial<PersonInput>,
    at: string,
    apply: (record: PersonRecord, stated: Partial<PersonInput>) => PersonRecord,
  ): Promise<void> {
    const { value, problems } = checkNumbers(stated, { ...this.options, on: civilDateOf(at) });
    refuseIfAny(problems);
    await manager.transaction(async (tx) => {
      const person = await this.lockLive(tx, personRef);
      await changeRecords(tx, this.ring, [{ person, after: apply(person.record, value) }], at);
    });
  }

  private async lockLive(manager: EntityManager, personRef: string): Promise<LivePerson> {
    const person = (await loadPersons(manager, this.ring, [personRef], { lock: true })).get(personRef);
    if (!person) throw new VaultRefusal([problem('personUnknown')]);
    if (person.erased) throw new VaultRefusal([problem('personErased')]);
    return person;
  }

  private async find(manager: EntityManager, kind: IndexKind, value: string): Promise<string[]> {
    const rows = await manager.query<{ person_ref: string }[]>(
      'select person_ref from vault.person_index where kind = $1 and digest = $2 order by person_ref',
      [kind, this.ring.digest(kind, value)],
    );
    return rows.map(({ person_ref }) => person_ref);
  }

  private async logReading(
    manager: EntityManager,
    personRefs: readonly string[],
    { reader, at, reason }: Reader,
  ): Promise<void> {
    const stated = reason?.trim();
    if (!stated) throw new VaultRefusal([problem('reasonMissing', { field: 'reason' })]);
    await manager.transaction(async (tx) => {
      // A reason may speak of the person, so it is sealed like any free text and the row holds its reference.
      const { textRef } = await sealText(tx, this.ring, stated, { at });
      await tx.query(
        `insert into vault.access_log (person_ref, reader, read_at, reason_ref)
         select person_ref, $2, $3, $4 from vault.person where person_ref = any($1::uuid[])`,
        [[...personRefs], reader, at, textRef],
      );
    });
  }
}
