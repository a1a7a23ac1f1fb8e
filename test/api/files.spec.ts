import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../libs/platform/database';
import { sweepFiles } from '../../libs/persons/file-vault';
import { applicationUrlOf } from '../support/database';
import { content } from '../support/documents';
import { proposal } from '../support/proposal';
import { testApi, type Answer, type TestApi, type Visitor } from './api';

jest.setTimeout(120_000);
let here: TestApi;
let drc: Visitor;
let outsider: Visitor;
const digestOf = (bytes: Buffer) => `sm3:${createHash('sm3').update(bytes).digest('hex')}`;
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`, 'latin1');
/** A PDF whose last signature covers it from the first byte to the last, but for its own value. @param stated the digest in it */
function signedPdf(stated?: Buffer): Buffer {
  const form = (range: string) => `%PDF-1.7\n<< /Type /Sig /ByteRange [${range}] /Contents `;
  const width = 24;
  const first = form(' '.repeat(width)).length;
  const tail = ' >>\n%%EOF\n';
  const valueLength = 2 * (2 + 32 + 8) + 2;
  const head = form(`0 ${first} ${first + valueLength} ${tail.length}`.padEnd(width));
  const covered = stated ?? createHash('sm3').update(head).update(tail).digest();
  const value = Buffer.concat([Buffer.from([0x30, 0x28]), covered, Buffer.alloc(8)]);
  return Buffer.from(`${head}<${value.toString('hex')}>${tail}`, 'latin1');
}
interface Told {
  faults?: { message: string }[];
}

async function put(who: Visitor, bytes: Buffer, digest = digestOf(bytes)): Promise<Answer<Told>> {
  const response = await fetch(`${here.api.address}/api/files/${digest}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', cookie: who.cookie, 'x-csrf': who.csrf },
    body: new Uint8Array(bytes),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as Told, headers: response.headers };
}
const whyNot = async (bytes: Buffer, digest?: string): Promise<string> => {
  const { status, body } = await put(drc, bytes, digest);
  expect(status).toBe(400);
  return body.faults!.map(({ message }) => message).join();
};
const got = async (who: Visitor, digest: string, of: string) => {
  const response = await fetch(`${here.api.address}/api/files/${digest}?of=${encodeURIComponent(of)}`, {
    headers: { cookie: who.cookie },
  });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
};
const rows = async (): Promise<number> => {
  const [row] = await here.system.database.query<{ n: string }[]>('select count(*) as n from vault.file');
  return Number(row!.n);
};

beforeAll(async () => {
  here = await testApi();
  await here.system.startWorker();
  drc = await here.as('yq-drc.handler');
  outsider = await here.as('jingxi-build.handler');
  const coop = await here.as('liangjia-coop.handler');
  expect((await coop.give('projects/p-1', 'proposeProject', proposal())).status).toBe(200);
});
afterAll(() => here?.stop());

it('is kept once, however often it is sent, and lies sealed', async () => {
  const estimate = pdf('估算表 㐂䶮𠮷');
  const answers = await Promise.all([put(drc, estimate), put(drc, estimate), put(drc, estimate)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers[0]!.body).toEqual({ digest: digestOf(estimate), kind: 'pdf', bytes: estimate.length, signed: false });
  expect(await rows()).toBe(1);
  const [row] = await here.system.database.query<{ sealed: Buffer }[]>('select sealed from vault.file');
  expect(row!.sealed.includes('PDF')).toBe(false);
});

it('is refused in words where it is empty, of another kind, not what it claims to be, or broken on the way', async () => {
  expect(await whyNot(Buffer.alloc(0))).toContain('文件是空的');
  expect(await whyNot(Buffer.from('MZ this is a program'))).toContain('只收 PDF、OFD');
  expect(await whyNot(Buffer.from('just words, called a.pdf'))).toContain('按内容判断');
  expect(await whyNot(pdf('half'), digestOf(pdf('whole')))).toContain('没有传完整');
  expect(await rows()).toBe(1);
});

it('takes the largest size exactly, and not a byte more', async () => {
  const most = Buffer.concat([pdf('large'), randomBytes(20 * 1024 * 1024)]).subarray(0, 20 * 1024 * 1024);
  expect((await put(drc, most)).status).toBe(200);
  expect(await whyNot(Buffer.concat([most, Buffer.from('x')]))).toContain('不能超过 20 MB');
});

it('leaves nothing where the line breaks half-way, and goes on answering', async () => {
  const before = await rows();
  const { port, hostname } = new URL(here.api.address);
  const digest = digestOf(pdf('broken'));
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `PUT /api/files/${digest} HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n` +
          `cookie: ${drc.cookie}\r\nx-csrf: ${drc.csrf}\r\ncontent-length: 1000\r\n\r\n%PDF-1.7 `,
        () => socket.destroy(),
      );
    });
    socket.on('close', () => resolve());
  });
  expect((await drc.get('/api/me')).status).toBe(200);
  expect(await rows()).toBe(before);
});

it('goes with the document that names it: who sees the one may open the other', async () => {
  const estimate = pdf('估算表 㐂䶮𠮷');
  const digest = digestOf(estimate);
  const draft = { kind: 'approvalReply', subject: 'project/p-1', ...content() };
  const unsent = { name: '招标方案', digest: digestOf(pdf('never sent')) };
  const refused = await drc.give('documents/d-1', 'draftDocument', { ...draft, attachments: [unsent] });
  expect(refused.status).toBe(422);
  expect(refused.body.breaches).toMatchObject([{ rule: 'R-DOC-12', field: 'attachments.0.digest' }]);
  const kept = { ...draft, attachments: [{ name: '投资估算表', digest }] };
  expect((await drc.give('documents/d-1', 'draftDocument', kept)).status).toBe(200);

  const { status, bytes, headers } = await got(drc, digest, 'document/d-1');
  expect(status).toBe(200);
  expect(bytes.equals(estimate)).toBe(true);
  expect(headers.get('content-disposition')).toBe('attachment; filename="attachment.pdf"');
  expect((await got(outsider, digest, 'document/d-1')).status).toBe(404);
  expect((await got(drc, digest, 'project/p-1')).status).toBe(404);
  expect((await got(drc, digestOf(pdf('none')), 'document/d-1')).status).toBe(404);
  expect((await got(here.visitor(), digest, 'document/d-1')).status).toBe(401);
});

it('whatever act names it, who sees the stream is told which files are here, and opens them', async () => {
  const supplement = pdf('补充文件 全文');
  const digest = digestOf(supplement);
  await put(drc, supplement);
  const adopted = await drc.give('projects/p-adopted', 'adoptWorkRelief', {
    ...proposal({ scopeClass: 'alreadyDecided', name: '演示·中途采取以工代赈' }),
    adoptedOn: '2026-02-20',
    documentNumber: '延发改〔2026〕9号',
    documentDigest: digest,
    requirement: content().requirement,
    entersAt: 'approval',
  });
  expect(adopted.body).toMatchObject({ status: 'recorded' });
  const told = await drc.get<unknown[]>('/api/files?of=project/p-adopted');
  expect(told.body).toEqual([{ digest, kind: 'pdf', bytes: supplement.length, signed: false }]);
  expect((await got(drc, digest, 'project/p-adopted')).bytes.equals(supplement)).toBe(true);
  expect((await drc.get('/api/files?of=project/p-1')).body).toEqual([]);
  expect((await outsider.get('/api/files?of=project/p-adopted')).status).toBe(404);
  expect((await got(outsider, digest, 'project/p-adopted')).status).toBe(404);
  expect((await drc.get('/api/files?of=nothing')).status).toBe(404);
});

it('R-DOC-15: tells a file that is signed whole from one that is not, was altered since, or only looks signed', async () => {
  const signedOf = async (bytes: Buffer) => ((await put(drc, bytes)).body as { signed?: boolean }).signed;
  const signed = signedPdf();
  expect(await signedOf(signed)).toBe(true);
  expect(await signedOf(Buffer.concat([signed, Buffer.from('more')]))).toBe(false);
  const altered = Buffer.from(signed);
  altered.write('%%EOG', altered.lastIndexOf('%%EOF'), 'latin1');
  expect(await signedOf(altered)).toBe(false);
  expect(await signedOf(signedPdf(Buffer.alloc(32)))).toBe(false);
});

it('goes after a month where no record came to name it, and the program can take no other away', async () => {
  const program = await new DataSource(
    dataSourceOptions(await applicationUrlOf(here.system.database), [], [], 1),
  ).initialize();
  const unnamed = pdf('forgotten');
  await put(drc, unnamed);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  expect(await sweepFiles(program.manager, daysAgo(30))).toBe(0);
  const old = `update vault.file set created_at = now() - interval '31 days' where digest = any($1)`;
  const named = digestOf(pdf('估算表 㐂䶮𠮷'));
  const namedByAct = digestOf(pdf('补充文件 全文'));
  const waited = pdf('其命令还在等待记入');
  await put(drc, waited);
  await here.system.database.query(old, [[digestOf(unnamed), named, namedByAct, digestOf(waited)]]);
  const waiting = { stream: 'document/d-late', id: 'late', data: { file: digestOf(waited) } };
  await here.system.database.query(
    `insert into log.stored_command (stream_id, command_id, command, next_try_at) values ($1, $2, $3, now() + interval '1 day')`,
    [waiting.stream, waiting.id, JSON.stringify(waiting)],
  );
  const before = await rows();
  await expect(sweepFiles(program.manager, daysAgo(1))).rejects.toThrow(/week/);
  expect(await sweepFiles(program.manager, daysAgo(30))).toBe(1);
  expect(await rows()).toBe(before - 1);
  expect((await got(drc, named, 'document/d-1')).status).toBe(200);
  expect((await got(drc, namedByAct, 'project/p-adopted')).status).toBe(200);
  expect((await put(drc, waited)).status).toBe(200);
  expect(await rows()).toBe(before - 1);
  await expect(program.query('delete from vault.file')).rejects.toThrow(/permission denied/);
  expect((await put(drc, unnamed)).status).toBe(200);
  expect(await rows()).toBe(before);
  await program.destroy();
});

it('is swept beside those who send files, and not where it was named while the record was read', async () => {
  const [forgotten, late, sent] = [pdf('又一份没有记录的'), pdf('清理时才被引用的'), pdf('清理时上传的')];
  for (const bytes of [forgotten, late]) await put(drc, bytes);
  await here.system.database.query(
    `update vault.file set created_at = now() - interval '31 days' where digest = any($1)`,
    [[digestOf(forgotten), digestOf(late)]],
  );
  const [keeper, namer] = [await transaction(), await transaction()];
  // It cannot read on, and has locked nobody out yet.
  await keeper.query('lock table log.stored_command in access exclusive mode');
  const swept = sweepFiles(here.system.database.manager, new Date(Date.now() - 30 * 86_400_000).toISOString());
  await waitsFor(keeper);
  expect((await put(drc, sent)).status).toBe(200);
  // An act that has seen the file, and names it when the record was read already.
  await namer.query('select from vault.file where digest = $1', [digestOf(late)]);
  await keeper.commitTransaction();
  await waitsFor(namer);
  await namer.query(
    `insert into log.event (stream_id, version, command_id, ordinal, type, occurred_at, recorded_at, body, prev_hash, hash)
     values ('document/d-late', 1, 'late', 0, 'DocumentDrafted', now(), now(), $1, 'genesis', '')`,
    [JSON.stringify({ data: { file: digestOf(late) } })],
  );
  await namer.commitTransaction();
  expect(await swept).toBe(1);
  const left = await here.system.database.query<{ digest: string }[]>('select digest from vault.file');
  const digests = left.map(({ digest }) => digest);
  expect(digests).toEqual(expect.arrayContaining([digestOf(late), digestOf(sent)]));
  expect(digests).not.toContain(digestOf(forgotten));
  await Promise.all([keeper.release(), namer.release()]);
});

async function transaction(): Promise<QueryRunner> {
  const runner = here.system.database.createQueryRunner();
  await runner.startTransaction();
  return runner;
}

/** Somebody waits for what a transaction holds. */
async function waitsFor(holder: QueryRunner): Promise<void> {
  const [{ pid }] = (await holder.query('select pg_backend_pid() as pid')) as [{ pid: number }];
  const waiting = () =>
    here.system.database.query<object[]>('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [pid]);
  while ((await waiting()).length === 0);
}
