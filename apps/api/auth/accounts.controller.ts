import { Body, Controller, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { forbidden, malformed, tooMany } from '../problems/problem';
import {
  type AccountRequest,
  accountRequest,
  Accounts,
  nameOf,
  type PasswordRequest,
  passwordRequest,
} from './accounts';
import { Journal } from './journal';
import { Lock } from './lock';
import { Who } from './session.guard';
import type { Session } from './sessions';

const isAdministrator = ({ account, posts }: Session): boolean =>
  account.administrator || posts.some(({ postKind }) => postKind === 'systemAdministrator');

@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly lock: Lock,
    private readonly journal: Journal,
  ) {}

  @Post()
  async create(
    @Body({ schema: accountRequest }) request: AccountRequest,
    @Who() session: Session,
    @Req() { ip }: FastifyRequest,
  ): Promise<{ person: string }> {
    if (!isAdministrator(session)) throw forbidden('由系统管理员设立账号');
    const made = await this.accounts.create(request);
    await this.journal.write({
      person: session.account.person,
      act: 'createAccount',
      result: 'done',
      address: ip,
      about: made.person,
    });
    return made;
  }

  /** One's own password with the present one; another's by an administrator. */
  @Patch(':login')
  @HttpCode(204)
  async changePassword(
    @Param('login') login: string,
    @Body({ schema: passwordRequest }) { password, current }: PasswordRequest,
    @Who() session: Session,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    if (nameOf(login) === session.account.login) await this.refuseUnproved(session.account.login, current ?? '');
    else if (!isAdministrator(session)) throw forbidden('由系统管理员或本人修改密码');
    await this.accounts.setPassword(login, password);
    await this.journal.write({ person: session.account.person, act: 'changePassword', result: 'done', address: ip });
  }

  /** Guessing here counts as guessing at the door. */
  private async refuseUnproved(login: string, current: string): Promise<void> {
    await this.lock.refuseLocked(login);
    if (await this.accounts.recognize(login, current)) return;
    if (await this.lock.failed(login)) throw tooMany('连续输错次数过多，请稍后再试', 900);
    throw malformed([{ field: 'current', message: '现在的密码不对' }]);
  }
}
