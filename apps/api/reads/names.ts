import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { run } from '#event-log/statement';
import type { Breach } from '#domain/rules';
import { PersonVault } from '#persons/person-vault';
import { maskName } from '#persons/masks';
import { sealedTextsIn } from '../commands/free-texts';
import { bodiesNamedIn, namedBreaches } from './named-breaches';

const idForm = /"([a-z0-9][a-z0-9-]{1,63})"/g;
const idsIn = (value: unknown): string[] => [
  ...new Set([...JSON.stringify(value).matchAll(idForm)].map(([, id]) => id!)),
];

export interface Shown {
  name: string;
  idNumber: string;
  card: string;
}

/** Names for what the record knows by reference alone. */
@Injectable()
export class Names {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** Names of all bodies mentioned anywhere in a value. */
  async bodiesIn(value: unknown): Promise<Record<string, string>> {
    return this.bodies(idsIn(value));
  }

  /** Names of all projects mentioned anywhere in a value. */
  async projectsIn(value: unknown): Promise<Record<string, string>> {
    return this.projects(idsIn(value));
  }

  async bodies(ids: readonly string[]): Promise<Record<string, string>> {
    if (ids.length === 0) return {};
    const rows = await run<{ body_id: string; name: string }>(this.database.manager, {
      name: 'names.bodies',
      text: 'select body_id, name from read.body where body_id = any($1)',
      values: [ids],
    });
    return Object.fromEntries(rows.map(({ body_id, name }) => [body_id, name]));
  }

  async inBreaches(breaches: readonly Breach[]): Promise<Breach[]> {
    return namedBreaches(breaches, await this.bodies(bodiesNamedIn(breaches)));
  }

  /** Names of the posts of some bodies, by `<bodyId>/<postId>`. */
  async posts(bodyIds: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.database.query<{ key: string; name: string }[]>(
      `select distinct body_id || '/' || post_id as key, name from read.post where body_id = any($1)`,
      [bodyIds],
    );
    return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
  }

  /** Titles of those in office, by reference; who has no account is left out. */
  async officials(persons: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.database.query<{ person: string; title: string }[]>(
      'select person, title from auth.account where person = any($1)',
      [persons],
    );
    return Object.fromEntries(rows.map(({ person, title }) => [person, title]));
  }

  async projects(ids: readonly string[]): Promise<Record<string, string>> {
    if (ids.length === 0) return {};
    const rows = await run<{ project_id: string; name: string }>(this.database.manager, {
      name: 'names.projects',
      text: 'select project_id, name from read.project where project_id = any($1)',
      values: [ids],
    });
    return Object.fromEntries(rows.map(({ project_id, name }) => [project_id, name]));
  }

  /** Plain text of the sealed texts mentioned anywhere in some JSON, by the form they are mentioned in. */
  async textsIn(...json: readonly string[]): Promise<Record<string, string>> {
    const forms = new Map(json.flatMap((text) => [...sealedTextsIn(text)]));
    const opened = new Map(
      (await this.vault.openText(this.database.manager, [...forms.values()])).map((text) => [text.textRef, text]),
    );
    return Object.fromEntries(
      [...forms].flatMap(([form, textRef]) => {
        const text = opened.get(textRef);
        return text ? [[form, text.erased ? '（已按规定删除）' : text.text] as const] : [];
      }),
    );
  }

  /** Persons as lists show them: name, number and card masked. @rule R-PRIV-15 */
  async persons(personRefs: readonly string[], reader: string, at: string): Promise<ReadonlyMap<string, Shown>> {
    const views = await this.vault.show(this.database.manager, [...new Set(personRefs)], 'list', { reader, at });
    return new Map(
      views.map((view) => [
        view.personRef,
        view.erased
          ? { name: view.name, idNumber: '', card: '' }
          : { name: maskName(view.name), idNumber: view.idNumber, card: view.cardNumber ?? '' },
      ]),
    );
  }
}

export const unknownPerson: Shown = { name: '未登记', idNumber: '', card: '' };
