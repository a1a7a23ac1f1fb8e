import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'yigong';

/** The session's secret as the browser sent it. */
export function secretOf({ headers }: FastifyRequest): string | undefined {
  const pair = headers.cookie?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf('=') + 1).trim() || undefined;
}

/** No script reads it, no other site sends it, and behind https it never travels in the open. @rule R-SEC-05 */
export function giveSecret(reply: FastifyReply, secret: string): void {
  const { protocol } = reply.request;
  void reply.header(
    'set-cookie',
    `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict${protocol === 'https' ? '; Secure' : ''}`,
  );
}

export function takeSecret(reply: FastifyReply): void {
  void reply.header('set-cookie', `${name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
}
