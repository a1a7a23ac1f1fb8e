import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Asking, Sessions } from './sessions';

const open = 'yigong:open';

/** A route that asks for its session itself, or needs none. */
export const Open = () => SetMetadata(open, true);

/** Who asks; routes that are not open have it. */
export const Who = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Asking>().session,
);

/** Nothing is answered without a session, unless a route says so. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(open, [context.getHandler(), context.getClass()])) return true;
    await this.sessions.require(context.switchToHttp().getRequest<Asking>());
    return true;
  }
}
