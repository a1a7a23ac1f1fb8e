import { randomUUID } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type KeyRing } from './key-ring';
import { type PersonInput, type PersonRecord, updated } from './person';
import {
  claimNumbers,
  insertPersons,
  type LivePerson,
  loadPersons,
  numberOf,
  releaseNumbers,
  updatePersons,
} from './person-store';
import { problem, type PersonProblem, VaultRefusal } from './problems';

export interface Registered {
  personRef: string;
  /** the person stood in the vault already, whichever project brought them first */
  existing: boolean;
}

/**
 * Registers checked people, each citizen number once: who is known keeps the reference and has new details added.
 * @throws VaultRefusal with a problem per row
 * @rule R-PAY-16
 */
export async function registerPeople(
  manager: EntityManager,
  ring: KeyRing,
  people: readonly PersonInput[],
  entry: { district: string; at: string },
): Promise<Registered[]> {
  refuseIfAny(listedTwice(people));
  const drafts = people.map((input) => ({ personRef: randomUUID(), value: input.idNumber }));
  const holders = await claimNumbers(manager, ring, 'idNumber', drafts);
  const placed = people.map((input, row) => {
    const personRef = holders[row]!;
    return { input, row, personRef, existing: personRef !== drafts[row]!.personRef };
  });
  const added = placed.filter(({ existing }) => !existing);
  const known = placed.filter(({ existing }) => existing);
  const stored = await loadPersons(
    manager,
    ring,
    known.map(({ personRef }) => personRef),
    { lock: true },
  );
  const problems: PersonProblem[] = [];
  const changes: Change[] = [];
  for (const { personRef, input, row } of known) {
    const person = stored.get(personRef);
    if (!person || person.erased) {
      // erased between the look at the index and the lock; the next try registers anew
      problems.push(problem('personErased', { row, field: 'idNumber' }));
      continue;
    }
    problems.push(...contradictions(person.record, input, row));
    changes.push({ person, after: updated(person.record, input), row });
  }
  refuseIfAny(problems);
  if (added.length > 0) {
    const records = added.map(({ personRef, input }) => ({ personRef, record: input }));
    await insertPersons(manager, ring, records, entry);
    await claimContacts(
      manager,
      ring,
      added.map(({ personRef, input, row }) => ({ personRef, record: input, row })),
    );
  }
  await changeRecords(manager, ring, changes, entry.at);
  return placed.map(({ personRef, existing }) => ({ personRef, existing }));
}

export interface Change {
  person: LivePerson;
  after: PersonRecord;
  row?: number;
}

/**
 * Seals changed records and moves their index rows.
 * @throws VaultRefusal when a new number is another person's
 */
export async function changeRecords(
  manager: EntityManager,
  ring: KeyRing,
  changes: readonly Change[],
  at: string,
): Promise<void> {
  const real = changes.filter(({ person, after }) => JSON.stringify(person.record) !== JSON.stringify(after));
  if (real.length === 0) return;
  await releaseNumbers(
    manager,
    ring,
    real.map(({ person, after }) => ({ personRef: person.personRef, before: person.record, after })),
  );
  const entries = real.map(({ person, after, row }) => ({ personRef: person.personRef, record: after, row }));
  const holders = await claimNumbers(
    manager,
    ring,
    'idNumber',
    entries.map(({ personRef, record }) => ({ personRef, value: record.idNumber })),
  );
  refuseIfAny(
    entries.flatMap(({ personRef, row }, place) =>
      holders[place] === personRef ? [] : [problem('idNumberTaken', { field: 'idNumber', row })],
    ),
  );
  await claimContacts(manager, ring, entries);
  const persons = real.map(({ person, after }) => ({ ...person, record: after }));
  await updatePersons(manager, ring, persons, at);
}

async function claimContacts(
  manager: EntityManager,
  ring: KeyRing,
  entries: readonly { personRef: string; record: PersonRecord; row?: number }[],
): Promise<void> {
  for (const kind of ['phone', 'card'] as const) {
    const claims = entries.flatMap(({ personRef, record, row }) => {
      const value = numberOf(record, kind);
      return value === undefined ? [] : [{ personRef, value, row }];
    });
    const holders = await claimNumbers(manager, ring, kind, claims);
    refuseIfAny(
      claims.flatMap(({ personRef, row }, place) =>
        holders[place] === personRef ? [] : [problem('cardTaken', { field: 'cardNumber', row })],
      ),
    );
  }
}

function listedTwice(people: readonly PersonInput[]): PersonProblem[] {
  const seen = new Set<string>();
  return people.flatMap(({ idNumber }, row) => {
    if (seen.has(idNumber)) return [problem('listedTwice', { field: 'idNumber', row })];
    seen.add(idNumber);
    return [];
  });
}

function contradictions(record: PersonRecord, input: PersonInput, row: number): PersonProblem[] {
  const problems: PersonProblem[] = [];
  if (record.name !== input.name) problems.push(problem('nameDiffers', { field: 'name', row }));
  const cards = [record.cardNumber, input.cardNumber];
  if (!cards.includes(undefined) && cards[0] !== cards[1]) {
    problems.push(problem('cardDiffers', { field: 'cardNumber', row }));
  }
  return problems;
}

/** @throws VaultRefusal when there is a problem */
export function refuseIfAny(problems: readonly PersonProblem[]): void {
  if (problems.length > 0) throw new VaultRefusal(problems);
}
