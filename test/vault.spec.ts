import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { luhnDigitOf } from '#persons/account-numbers';
import { checkDigitOf } from '#persons/id-number';
import { personMigrations } from '#persons/migrations';
import { type PersonInput } from '#persons/person';
import { PersonVault } from '#persons/person-vault';
import { VaultRefusal } from '#persons/problems';
import { dataSourceOptions } from '#platform/database';
import { openVaultKeys, type VaultKeys } from '#platform/vault-keys';
import { applicationUrlOf, freshDatabase } from './support/database';

let database: DataSource;
let folder: string;
let keys: VaultKeys;
let vault: PersonVault;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yigong-vault-'));
  keys = openVaultKeys(join(folder, 'vault.key'));
  vault = new PersonVault(keys, { demonstration: true });
  database = await freshDatabase(personMigrations);
});
afterAll(async () => {
  await database?.destroy();
  rmSync(folder, { recursive: true });
});

const yanqing = { district: '110119', at: '2026-03-02T01:00:00.000Z' };
const later = { at: '2026-09-01T01:00:00.000Z' };
const clerk = { reader: 'account-1', at: '2026-04-01T01:00:00.000Z' };

let people = 0;
/** An invented person whom no other case knows; every number is of a range nobody can hold. */
function somebody(details: Partial<PersonInput> = {}): PersonInput {
  people += 1;
  const first17 = `10011919680315${String(people).padStart(3, '0')}`;
  return {
    name: `演山杏 ${people}`,
    idNumber: `${first17}${checkDigitOf(first17)}`,
    householdVillage: '演示村',
    localRural: true,
    ...details,
  };
}
function someCard(): string {
  people += 1;
  const payload = `000000${String(people).padStart(9, '0')}`;
  return `${payload}${luhnDigitOf(payload)}`;
}
const codesOf = async (call: Promise<unknown>) => {
  const refusal = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof VaultRefusal)) throw refusal ?? new Error('nothing was refused');
  return refusal.problems.map(({ code, row }) => (row === undefined ? code : `${row}:${code}`));
};
const countOf = async (table: string, where = 'true') =>
  Number((await database.query(`select count(*) as n from vault.${table} where ${where}`))[0].n);
const registered = async (input = somebody()) => (await vault.register(database.manager, input, yanqing)).personRef;

describe('registering', () => {
  it('gives the same reference to the same citizen number, whichever project brings it', async () => {
    const person = somebody({ phone: '10000000001' });
    const first = await vault.register(database.manager, person, yanqing);
    const again = await vault.register(
      database.manager,
      { ...person, idNumber: ` ${person.idNumber.toLowerCase()}`, phone: undefined, address: '演示村 1 号' },
      { ...yanqing, district: '110118' },
    );
    expect(first.existing).toBe(false);
    expect(again).toEqual({ personRef: first.personRef, existing: true });
    const [shown] = await vault.show(database.manager, [first.personRef], 'full', { ...clerk, reason: '核对' });
    expect(shown).toMatchObject({ phone: '10000000001', address: '演示村 1 号' });
  });

  it('gives one reference to a citizen number that two programs register at once', async () => {
    const person = somebody();
    const both = await Promise.all(Array.from({ length: 4 }, () => vault.register(database.manager, person, yanqing)));
    expect(new Set(both.map(({ personRef }) => personRef)).size).toBe(1);
    expect(both.filter(({ existing }) => !existing)).toHaveLength(1);
  });

  it('refuses a known citizen number under another name', async () => {
    const person = somebody();
    await registered(person);
    expect(await codesOf(vault.register(database.manager, { ...person, name: '例山杏' }, yanqing))).toEqual([
      '0:nameDiffers',
    ]);
  });

  it('refuses demonstration numbers in production', async () => {
    const production = new PersonVault(keys, { demonstration: false });
    expect(await codesOf(production.register(database.manager, somebody(), yanqing))).toEqual(['0:areaNotAllowed']);
  });

  it('takes a list whole or not at all, naming every faulty row', async () => {
    const before = await countOf('person');
    const known = somebody();
    await registered(known);
    const list = [somebody(), { ...known, name: '例山杏' }, somebody(), { ...known, name: '例山桃' }];
    expect(await codesOf(vault.registerMany(database.manager, list, yanqing))).toEqual(['3:listedTwice']);
    expect(await codesOf(vault.registerMany(database.manager, list.slice(0, 3), yanqing))).toEqual(['1:nameDiffers']);
    expect(await countOf('person')).toBe(before + 1);
  });

  it('leaves the transaction around a refusal usable, with nothing of the refused list in it', async () => {
    const card = someCard();
    await registered(somebody({ cardNumber: card }));
    const fresh = somebody();
    await database.transaction(async (tx) => {
      expect(await codesOf(vault.registerMany(tx, [fresh, somebody({ cardNumber: card })], yanqing))).toEqual([
        '1:cardTaken',
      ]);
      expect(await vault.findByIdNumber(tx, fresh.idNumber)).toBeNull();
    });
    expect(await vault.findByIdNumber(database.manager, fresh.idNumber)).toBeNull();
  });

  it('registers a crowd, known and new together, in the order given', async () => {
    const known = somebody({ phone: '10000000009' });
    const knownRef = await registered(known);
    const crowd = Array.from({ length: 300 }, () => somebody({ phone: '10000000009', cardNumber: someCard() }));
    const result = await vault.registerMany(database.manager, [...crowd, known], yanqing);
    expect(result.at(-1)).toEqual({ personRef: knownRef, existing: true });
    const shown = await vault.show(
      database.manager,
      result.map(({ personRef }) => personRef),
      'list',
      clerk,
    );
    expect(shown.map(({ name }) => name)).toEqual([...crowd, known].map(({ name }) => name));
    expect(await vault.findByPhone(database.manager, '100 0000 0009')).toHaveLength(301);
  });
});

describe('a bank card', () => {
  it('has one owner', async () => {
    const card = someCard();
    await registered(somebody({ cardNumber: card }));
    const other = await registered();
    expect(await codesOf(vault.register(database.manager, somebody({ cardNumber: card }), yanqing))).toEqual([
      '0:cardTaken',
    ]);
    expect(await codesOf(vault.setCard(database.manager, other, { cardNumber: card }, later))).toEqual(['cardTaken']);
    const shared = someCard();
    const pair = [somebody({ cardNumber: shared }), somebody({ cardNumber: shared })];
    expect(await codesOf(vault.registerMany(database.manager, pair, yanqing))).toEqual(['1:cardTaken']);
  });

  it('goes to one of two persons who claim it at once', async () => {
    const card = someCard();
    const claims = [await registered(), await registered()].map((ref) =>
      vault.setCard(database.manager, ref, { cardNumber: card }, later),
    );
    const results = await Promise.allSettled(claims);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is replaced with its bank, and free for its next owner', async () => {
    const [old, next] = [someCard(), someCard()];
    const ref = await registered(somebody({ cardNumber: old, cardBank: '演示银行' }));
    await vault.setCard(database.manager, ref, { cardNumber: next }, later);
    const [shown] = await vault.show(database.manager, [ref], 'full', { ...clerk, reason: '核对' });
    expect(shown).toMatchObject({ cardNumber: next, cardBank: null });
    await expect(registered(somebody({ cardNumber: old }))).resolves.toBeDefined();
  });

  it('is not changed by registering again', async () => {
    const person = somebody({ cardNumber: someCard() });
    await registered(person);
    expect(await codesOf(vault.register(database.manager, { ...person, cardNumber: someCard() }, yanqing))).toEqual([
      '0:cardDiffers',
    ]);
  });
});

describe('correcting', () => {
  it('moves a person to the right citizen number', async () => {
    const [wrong, right] = [somebody(), somebody()];
    const ref = await registered(wrong);
    await vault.correct(database.manager, ref, { idNumber: right.idNumber, name: right.name }, later);
    expect(await vault.findByIdNumber(database.manager, right.idNumber)).toBe(ref);
    expect(await vault.findByIdNumber(database.manager, wrong.idNumber)).toBeNull();
  });

  it("refuses another person's citizen number", async () => {
    const other = somebody();
    await registered(other);
    const ref = await registered();
    expect(await codesOf(vault.correct(database.manager, ref, { idNumber: other.idNumber }, later))).toEqual([
      'idNumberTaken',
    ]);
  });
});

describe('showing', () => {
  it('shows in full for a reason only, and logs who read whom, when and why', async () => {
    const ref = await registered();
    expect(await codesOf(vault.show(database.manager, [ref], 'full', { ...clerk, reason: ' ' }))).toEqual([
      'reasonMissing',
    ]);
    expect(await countOf('access_log', `person_ref = '${ref}'`)).toBe(0);
    await vault.show(database.manager, [ref], 'list', clerk);
    expect(await countOf('access_log', `person_ref = '${ref}'`)).toBe(0);
    await vault.show(database.manager, [ref], 'full', { ...clerk, reason: '核对工资卡户名' });
    const [row] = await database.query('select * from vault.access_log where person_ref = $1', [ref]);
    expect(row).toMatchObject({ reader: 'account-1', read_at: new Date(clerk.at) });
    expect(await vault.openText(database.manager, [row.reason_ref])).toMatchObject([{ text: '核对工资卡户名' }]);
  });

  it('keeps the log of readings from being changed', async () => {
    await vault.show(database.manager, [await registered()], 'full', { ...clerk, reason: '核对' });
    for (const statement of ["update vault.access_log set reader = 'x'", 'delete from vault.access_log']) {
      await expect(database.query(statement)).rejects.toThrow(/append-only/);
    }
  });

  it('leaves out references it does not know', async () => {
    const ref = await registered();
    expect(await vault.show(database.manager, [randomUUID(), ref], 'public', clerk)).toHaveLength(1);
    expect(await vault.attributesOf(database.manager, [randomUUID()])).toEqual([]);
  });
});

describe('erasing', () => {
  it('leaves a tombstone that says erased, and nothing to find the person by', async () => {
    const person = somebody({ phone: '10000000077', cardNumber: someCard() });
    const ref = await registered(person);
    const { textRef } = await vault.sealText(database.manager, '一段陈述', { ...later, personRef: ref });
    await vault.erase(database.manager, ref, later);
    await vault.erase(database.manager, ref, { at: '2026-10-01T00:00:00.000Z' });

    expect(await vault.show(database.manager, [ref], 'list', clerk)).toEqual([
      { personRef: ref, erased: true, name: '个人信息已删除' },
    ]);
    expect(await vault.attributesOf(database.manager, [ref])).toMatchObject([{ personRef: ref, erased: true }]);
    expect(await vault.openText(database.manager, [textRef])).toEqual([{ textRef, erased: true }]);
    expect(await vault.findByIdNumber(database.manager, person.idNumber)).toBeNull();
    expect(await vault.findByPhone(database.manager, '10000000077')).toEqual([]);
    for (const table of ['person_key', 'person_index']) expect(await countOf(table, `person_ref = '${ref}'`)).toBe(0);
    expect(await countOf('text_key', `text_ref = '${textRef}'`)).toBe(0);
    const [row] = await database.query('select sealed, erased_at from vault.person where person_ref = $1', [ref]);
    expect(row).toEqual({ sealed: null, erased_at: new Date(later.at) });
  });

  it('cannot be undone by sealed bytes out of a backup', async () => {
    const ref = await registered();
    const [{ sealed }] = await database.query('select sealed from vault.person where person_ref = $1', [ref]);
    await vault.erase(database.manager, ref, later);
    await database.query('update vault.person set sealed = $2, erased_at = null where person_ref = $1', [ref, sealed]);
    expect(await vault.attributesOf(database.manager, [ref])).toMatchObject([{ erased: true }]);
  });

  it('refuses further use, and knows whom it never met', async () => {
    const person = somebody();
    const ref = await registered(person);
    await vault.erase(database.manager, ref, later);
    expect(await codesOf(vault.setCard(database.manager, ref, { cardNumber: someCard() }, later))).toEqual([
      'personErased',
    ]);
    expect(await codesOf(vault.sealText(database.manager, '陈述', { ...later, personRef: ref }))).toEqual([
      'personErased',
    ]);
    expect(await codesOf(vault.erase(database.manager, randomUUID(), later))).toEqual(['personUnknown']);
    expect((await vault.register(database.manager, person, yanqing)).personRef).not.toBe(ref);
  });
});

describe('free text', () => {
  it('opens to the same digest that the event keeps, and equal texts have unequal digests', async () => {
    const first = await vault.sealText(database.manager, '同意', later);
    const second = await vault.sealText(database.manager, '同意', later);
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(first.digest).not.toBe(second.digest);
    expect(await vault.openText(database.manager, [second.textRef, first.textRef])).toEqual([
      { ...second, erased: false, text: '同意' },
      { ...first, erased: false, text: '同意' },
    ]);
  });

  it('sealed again under its reference is the first text, and no other', async () => {
    const textRef = randomUUID();
    const first = await vault.sealText(database.manager, '同意', { ...later, textRef });
    expect(await vault.sealText(database.manager, '同意', { ...later, textRef })).toEqual(first);
    expect(await codesOf(vault.sealText(database.manager, '不同意', { ...later, textRef }))).toEqual(['textDiffers']);
  });

  it('is forgotten one by one', async () => {
    const { textRef } = await vault.sealText(database.manager, '陈述', later);
    expect(await vault.eraseText(database.manager, [textRef], later)).toBe(1);
    expect(await vault.eraseText(database.manager, [textRef], later)).toBe(0);
    expect(await vault.openText(database.manager, [textRef])).toEqual([{ textRef, erased: true }]);
  });
});

describe('the application role', () => {
  it('can do all the vault does, and not touch the log of readings', async () => {
    const application = await new DataSource(dataSourceOptions(await applicationUrlOf(database), [])).initialize();
    try {
      const { manager } = application;
      const { personRef } = await vault.register(manager, somebody({ phone: '10000000066' }), yanqing);
      await vault.setCard(manager, personRef, { cardNumber: someCard() }, later);
      await vault.correct(manager, personRef, { phone: '10000000067' }, later);
      const { textRef } = await vault.sealText(manager, '陈述', { ...later, personRef });
      await vault.show(manager, [personRef], 'full', { ...clerk, reason: '核对' });
      await vault.checkKeys(manager);
      await vault.erase(manager, personRef, later);
      expect(await vault.attributesOf(manager, [personRef])).toMatchObject([{ erased: true }]);
      expect(await vault.openText(manager, [textRef])).toEqual([{ textRef, erased: true }]);
      await expect(manager.query('delete from vault.access_log')).rejects.toThrow(/permission denied/);
    } finally {
      await application.destroy();
    }
  });
});

describe('what lies in the tables', () => {
  it('holds no name, number or text that can be read', async () => {
    const card = someCard();
    const person = somebody({ phone: '10000000088', cardNumber: card, address: '演示村 8 号' });
    const ref = await registered(person);
    await vault.sealText(database.manager, '一段只此一处的陈述', { ...later, personRef: ref });
    await vault.show(database.manager, [ref], 'full', { ...clerk, reason: '一条只此一处的理由' });
    const tables: { name: string }[] = await database.query(
      "select table_name as name from information_schema.tables where table_schema = 'vault'",
    );
    expect(tables.length).toBeGreaterThan(5);
    const secrets = [person.name, person.idNumber, '10000000088', card, '演示村', '只此一处'];
    for (const { name } of tables) {
      const rows: { line: string }[] = await database.query(`select t::text as line from vault.${name} t`);
      const dump = rows.map(({ line }) => line).join('\n');
      for (const secret of secrets) {
        expect(dump.includes(secret)).toBe(false);
        expect(dump.includes(Buffer.from(secret, 'utf8').toString('hex'))).toBe(false);
      }
    }
  });

  it('is not taken for its own by a vault with other keys', async () => {
    await registered();
    await expect(vault.checkKeys(database.manager)).resolves.toBeUndefined();
    const other = new PersonVault(openVaultKeys(join(folder, 'other.key')), { demonstration: true });
    await expect(other.checkKeys(database.manager)).rejects.toThrow(/key file/);
  });

  it('may be sealed by another algorithm from one day on, and all of it stays readable', async () => {
    const ref = await registered();
    const international = new PersonVault(keys, { demonstration: true, algorithm: 'aes-256-gcm' });
    const { personRef } = await international.register(database.manager, somebody(), yanqing);
    await international.correct(database.manager, ref, { address: '演示村 3 号' }, later);
    const shown = await vault.show(database.manager, [ref, personRef], 'full', { ...clerk, reason: '核对' });
    expect(shown).toMatchObject([{ address: '演示村 3 号' }, { erased: false }]);
  });
});
