import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { malformed, notFound } from '../problems/problem';
import { Clock } from './clock';
import { isPassword, sealPassword } from './password';

const password = z.string().min(8).max(200);

export const accountRequest = z.strictObject({
  login: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{1,39}$/, '账号用 2 至 40 个字母、数字或 . _ @ -'),
  title: z.string().trim().min(1).max(60),
  password,
  /** reference by which acts name the person; made where none is given */
  person: z.uuid().optional(),
  /** the worker whose own days and pay this account sees */
  personRef: z.uuid().optional(),
});
export type AccountRequest = z.infer<typeof accountRequest>;

/** Another's password is set by an administrator; one's own with the present one. */
export const passwordRequest = z.strictObject({ password, current: z.string().max(200).optional() });
export type PasswordRequest = z.infer<typeof passwordRequest>;

export interface Account {
  login: string;
  title: string;
  person: string;
  personRef: string | null;
  administrator: boolean;
}
export interface AccountRow {
  login: string;
  title: string;
  person: string;
  person_ref: string | null;
  administrator: boolean;
}
export const accountFrom = ({ person_ref, ...row }: AccountRow): Account => ({
  login: row.login,
  title: row.title,
  person: row.person,
  personRef: person_ref,
  administrator: row.administrator,
});

/** Who may log in. No shared and no default accounts: each is made for one person. @rule R-SEC-05 */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async exist(): Promise<boolean> {
    const [row] = await this.database.query<{ some: boolean }[]>('select exists (select from auth.account) as some');
    return row!.some;
  }

  /** @throws ProblemError 400 when the login is taken */
  async create(request: AccountRequest, administrator = false): Promise<{ person: string }> {
    const at = this.clock.iso();
    // A worker acts under the reference of the register.
    const person = request.person ?? request.personRef ?? randomUUID();
    const made = await this.database.query<unknown[]>(
      `insert into auth.account (login, title, person, person_ref, administrator, password, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing returning login`,
      [
        nameOf(request.login),
        request.title,
        person,
        request.personRef ?? null,
        administrator,
        await sealPassword(request.password),
        at,
      ],
    );
    if (made.length === 0) throw malformed([{ field: 'login', message: '已有这个账号，请换一个' }]);
    return { person };
  }

  /** The account whose password this is. */
  async recognize(login: string, written: string): Promise<Account | undefined> {
    const [row] = await this.database.query<(AccountRow & { password: string })[]>(
      'select * from auth.account where login = $1',
      [nameOf(login)],
    );
    // A login that nobody has takes as long as one that somebody has.
    const right = await isPassword(written, row?.password ?? (await nobodys));
    return row && right ? accountFrom(row) : undefined;
  }

  /** Sets a password and ends the account's sessions. @throws ProblemError 404 for an unknown login */
  async setPassword(login: string, next: string): Promise<void> {
    const sealed = await sealPassword(next);
    await this.database.transaction(async (tx: EntityManager) => {
      const [rows] = await tx.query<[unknown[], number]>(
        'update auth.account set password = $2, changed_at = $3 where login = $1 returning login',
        [nameOf(login), sealed, this.clock.iso()],
      );
      if (rows.length === 0) throw notFound();
      await tx.query('delete from auth.session where login = $1', [nameOf(login)]);
    });
  }
}

const nobodys = sealPassword(randomUUID());

/** Capital and small letters are one login. */
export const nameOf = (login: string): string => login.trim().toLowerCase();
