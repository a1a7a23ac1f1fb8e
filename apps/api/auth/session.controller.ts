import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { loginRequest, type Me } from '#contracts/http/session';
import { notLoggedIn } from '../problems/problem';
import { Accounts } from './accounts';
import { giveSecret, takeSecret } from './cookie';
import { Journal } from './journal';
import { Lock } from './lock';
import { RateLimit } from './rate-limit';
import { Open, Who } from './session.guard';
import { type Asking, type Session, Sessions } from './sessions';

@Controller()
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly lock: Lock,
    private readonly rate: RateLimit,
    private readonly journal: Journal,
  ) {}

  @Open()
  @Post('session')
  @HttpCode(200)
  async logIn(
    @Body({ schema: loginRequest }) { login, password }: z.infer<typeof loginRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const address = request.ip;
    this.rate.count(address, '登录过于频繁，请稍后再试');
    await this.lock.refuseLocked(login);
    const account = await this.accounts.recognize(login, password);
    if (!account) {
      const locked = await this.lock.failed(login);
      await this.journal.write({ act: 'login', result: locked ? 'locked' : 'refused', address });
      if (locked) await this.lock.refuseLocked(login);
      throw notLoggedIn('账号或密码不对');
    }
    await this.lock.succeeded(login);
    const { session, secret } = await this.sessions.open(account.login);
    await this.journal.write({ person: account.person, act: 'login', result: 'done', address });
    giveSecret(reply, secret);
    return this.sessions.describe(session);
  }

  @Get('me')
  me(@Who() session: Session): Me {
    return this.sessions.describe(session);
  }

  @Open()
  @Delete('session')
  @HttpCode(204)
  async logOut(@Req() request: Asking, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { account } = await this.sessions.require(request);
    await this.sessions.close(request);
    await this.journal.write({ person: account.person, act: 'logout', result: 'done', address: request.ip });
    takeSecret(reply);
  }
}
