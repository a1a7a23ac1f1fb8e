import { once } from 'node:events';
import { createServer, request, type ClientRequest, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyReply } from 'fastify';
import type { Access } from '../access/access';
import type { Asking, Sessions } from '../auth/sessions';
import type { Changes } from './changes';
import { ChangesController } from './changes.controller';

let server: Server;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

let listening = 0;
const changes = {
  hear() {
    listening += 1;
    return () => (listening -= 1);
  },
} as unknown as Changes;

/** A page's request as far as the controller. @param meanwhile happens while the session is looked up */
async function asked(meanwhile: (page: ClientRequest, raw: ServerResponse) => Promise<void>) {
  const { port } = server.address() as AddressInfo;
  const page = request({ port, headers: { cookie: 'yigong=secret' } }).on('error', () => undefined);
  page.end();
  const [asking, raw] = (await once(server, 'request')) as [Asking, ServerResponse];
  const sessions = { find: () => meanwhile(page, raw).then(() => ({ posts: [] })) } as unknown as Sessions;
  const reply = { raw, hijack: () => undefined, getHeaders: () => ({}) } as unknown as FastifyReply;
  await new ChangesController(changes, sessions, {} as Access).follow(asking, {}, reply);
  return { page, raw };
}
const left = async (page: ClientRequest, raw: ServerResponse): Promise<void> => {
  page.destroy();
  await once(raw, 'close');
};

it('listens for a page that stays, until it leaves', async () => {
  const { page, raw } = await asked(async () => undefined);
  expect(listening).toBe(1);
  await left(page, raw);
  expect(listening).toBe(0);
});

it('does not listen for a page that left while its session was looked up', async () => {
  await asked(left);
  expect(listening).toBe(0);
});
