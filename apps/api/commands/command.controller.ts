import {
  Body,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  Res,
  type Type,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type CommandAccepted, commandRequest, type CommandStored } from '#contracts/http/commands';
import { type CommandType, commandTypes, definitionOf } from '#domain/registry';
import { Open } from '../auth/session.guard';
import { type Asking, Sessions } from '../auth/sessions';
import { malformed } from '../problems/problem';
import { CommandDesk, type Request } from './command-desk';
import { roots, streamAt } from './places';

/** What anybody may ask for; timers and effects have no address. */
export const openCommands: readonly CommandType[] = commandTypes.filter((type) =>
  definitionOf(type).who.some((role) => role !== 'system'),
);

const keyForm = /^[A-Za-z0-9._-]{8,100}$/;

/** The header that makes a resend the same act. @throws ProblemError 400 */
const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<Asking>().headers['idempotency-key'];
  if (typeof key === 'string' && keyForm.test(key)) return key;
  const message = '请给出办理编号（Idempotency-Key）：8 至 100 个字母、数字、点、下划线或横线';
  throw malformed([{ field: 'Idempotency-Key', message }]);
});

const query = z.strictObject({ preflight: z.literal('1').optional() });

type Answer = CommandAccepted | CommandStored | { ok: true };

/** Every command's handler: the shape was settled by the schemas at its parameters, then the session, then the desk. */
@Controller()
class CommandController {
  constructor(
    private readonly sessions: Sessions,
    private readonly desk: CommandDesk,
  ) {}

  async handle(
    type: CommandType,
    asking: Asking,
    parameters: Record<string, string>,
    sent: Sent,
    reply: FastifyReply,
  ): Promise<Answer> {
    const stream = streamAt(definitionOf(type).stream, parameters);
    const request: Request = { stream, type, key: sent.key, body: sent.body };
    const session = this.sessions.require(asking);
    if (sent.query.preflight) return this.desk.check(session, request);
    const answer = await this.desk.submit(session, request);
    if (answer.status === 'stored') void reply.status(HttpStatus.ACCEPTED).header('location', answer.location);
    return answer;
  }
}

interface Sent {
  key: string;
  query: z.infer<typeof query>;
  body: Request['body'];
}

/** One route per command of the registry: a new command has its address, its shape and its place in the documents by itself. */
export function commandController(): Type {
  const { prototype } = CommandController as unknown as { prototype: Record<string, unknown> };
  for (const type of openCommands) {
    const definition = definitionOf(type);
    prototype[type] = function (
      this: CommandController,
      asking: Asking,
      parameters: Record<string, string>,
      key: string,
      sentQuery: Sent['query'],
      body: Request['body'],
      reply: FastifyReply,
    ): Promise<Answer> {
      return this.handle(type, asking, parameters, { key, query: sentQuery, body }, reply);
    };
    const parameters: readonly ParameterDecorator[] = [
      Req(),
      Param(),
      IdempotencyKey(),
      Query({ schema: query }),
      Body({ schema: commandRequest(definition.schema) }),
      Res({ passthrough: true }),
    ];
    parameters.forEach((decorate, index) => decorate(prototype, type, index));
    const descriptor = Object.getOwnPropertyDescriptor(prototype, type)!;
    for (const decorate of [Open(), HttpCode(HttpStatus.OK), Post(`${roots[definition.stream]}/commands/${type}`)])
      decorate(prototype, type, descriptor);
  }
  return CommandController;
}
