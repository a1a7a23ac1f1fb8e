import { createHash } from 'node:crypto';
import type { CheckAnswer, CheckedFiles, DocumentPage, DocumentRow } from '../../libs/contracts/http/documents';
import type { SeriesPage } from '../../libs/contracts/http/series';
import { systemActor } from '../../libs/domain/actor';
import { requirementClause } from '../../libs/domain/document/requirement';
import { commandOf } from '../support/district';
import { content } from '../support/documents';
import { proposal } from '../support/proposal';
import { readBack } from '../support/read-back';
import { testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(120_000);
let here: TestApi;
let drc: Visitor;
let outsider: Visitor;
let anyone: Visitor;
const draft = {
  kind: 'approvalReply',
  subject: 'project/p-1',
  ...content({ coSigners: ['yq-fin'], recipient: '演示镇人民政府（𠮷家坝）' }),
};
const number = '演发改〔2026〕7号';
const numbering = { number, on: '2026-03-02', version: 2, matter: null };
const page = async (id = 'd-1'): Promise<DocumentPage> => (await drc.get<DocumentPage>(`/api/documents/${id}`)).body;
const printed = async (who: Visitor, query = '', id = 'd-1') => {
  const response = await fetch(`${here.api.address}/api/documents/${id}/pdf${query}`, {
    headers: { cookie: who.cookie },
  });
  return { status: response.status, file: Buffer.from(await response.arrayBuffer()) };
};
const textOf = async (file: Buffer) => (await readBack(file))[0]!.pages.join('').replaceAll(/— \d+ —|\s/g, '');

beforeAll(async () => {
  here = await testApi();
  await here.system.startWorker();
  drc = await here.as('yq-drc.handler');
  outsider = await here.as('jingxi-build.handler');
  anyone = here.visitor();
  const coop = await here.as('liangjia-coop.handler');
  expect((await coop.give('projects/p-1', 'proposeProject', proposal())).status).toBe(200);
});
afterAll(() => here?.stop());

it('is drawn up about a project one sees, with its placeholders filled from the record', async () => {
  expect((await outsider.give('documents/d-0', 'draftDocument', draft)).status).toBe(404);
  expect((await drc.give('documents/d-0', 'draftDocument', { ...draft, subject: 'project/nowhere' })).status).toBe(404);
  expect((await drc.give('documents/d-1', 'draftDocument', draft)).status).toBe(200);
  const { versions, issuers, checkCode, face, way, coSigners, subjectName, commands } = await page();
  expect(commands).toEqual(['reviseDocument']);
  expect(face).toMatchObject({ number: null, title: `关于${proposal().name}实施方案的批复`, voided: false });
  expect(way.filter(({ standing }) => standing === 'now').map(({ name }) => name)).toEqual(['起草']);
  expect(coSigners).toEqual([{ body: 'yq-fin', agreed: false }]);
  expect(subjectName).toBe(proposal().name);
  expect(versions).toMatchObject([{ version: 1, filled: { 项目名称: proposal().name } }]);
  expect(issuers).toEqual(['演示区发展和改革委员会', '演示区财政局']);
  expect(checkCode).toBeNull();
  expect((await drc.get<DocumentRow[]>('/api/documents?subject=project/p-1')).body).toMatchObject([
    { id: 'd-1', status: 'draft', title: `关于${proposal().name}实施方案的批复` },
  ]);
  expect((await outsider.get('/api/documents/d-1')).status).toBe(404);
});

it('keeps each version, and refuses one without the requirement clause', async () => {
  const { subject: _, kind: __, ...revised } = draft;
  const { revision } = await page();
  const cut = await drc.give(
    'documents/d-1',
    'reviseDocument',
    { ...revised, requirement: '以工代赈' },
    { readRevision: revision },
  );
  expect(cut.status).toBe(422);
  expect(cut.body.breaches).toMatchObject([{ rule: 'R-APPR-01', clause: 'CL-42', field: 'requirement' }]);
  const sections = [{ heading: null, text: '本批复文号{{文号}}。' }];
  const answer = await drc.give(
    'documents/d-1',
    'reviseDocument',
    { ...revised, sections },
    { readRevision: revision },
  );
  expect(answer.status).toBe(200);
  const { versions } = await page();
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(versions[0]!.digest).not.toBe(versions[1]!.digest);
});

it('is printed as a draft, and any of its versions', async () => {
  const draftText = await textOf((await printed(drc)).file);
  expect(draftText).toContain('草稿');
  expect(draftText).toContain('演示镇人民政府（𠮷家坝）：');
  expect(await textOf((await printed(drc, '?version=1')).file)).toContain('现批复如下');
  expect((await printed(drc, '?version=9')).status).toBe(404);
  expect((await printed(outsider)).status).toBe(404);
});

it('bears number, date and check code once it is issued, and the same bytes each time', async () => {
  const { recorder } = here.system;
  const { refused } = await recorder.recordCommand(commandOf('document/d-1', 'numberDocument', numbering, systemActor));
  expect(refused).toBeUndefined();
  const { checkCode, face, way, duties } = await page();
  expect(face).toMatchObject({ number, on: '2026-03-02', checkCode });
  expect(way.find(({ standing }) => standing === 'now')).toMatchObject({ name: '用印', by: [{ body: 'yq-drc' }] });
  expect(duties.map(({ command }) => command)).toEqual(['sealDocument']);
  // Offered to its organ alone, though a co-signer sees it and could do as much with a document of its own.
  expect((await page()).commands).toEqual(['sealDocument']);
  const coSigner = await here.as('yq-fin.handler');
  const seen = await coSigner.get<DocumentPage>('/api/documents/d-1');
  expect(seen).toMatchObject({ status: 200, body: { commands: [] } });
  const sealing = { seal: 'physical', signatureHolds: false };
  expect((await coSigner.give('documents/d-1', 'sealDocument', sealing)).body.breaches).toMatchObject([
    { rule: 'P-WHO' },
  ]);
  expect(checkCode).toMatch(/^([0-9a-f]{4}-){5}[0-9a-f]{4}$/);
  const [once, again] = [await printed(drc), await printed(drc)];
  expect(once.file.equals(again.file)).toBe(true);
  const text = await textOf(once.file);
  for (const part of [number, `本批复文号${number}。`, '2026年3月2日', `核验码：${checkCode}`, requirementClause])
    expect(text).toContain(part);
});

it('is checked by anyone by its code, and shows its own face alone', async () => {
  const { checkCode, versions } = await page();
  const { status, body } = await anyone.get<CheckAnswer>(`/api/check/${checkCode}`);
  expect(status).toBe(200);
  expect(body).toEqual({
    document: {
      number,
      title: `关于${proposal().name}实施方案的批复`,
      issuers: ['演示区发展和改革委员会', '演示区财政局'],
      on: '2026-03-02',
      digest: versions[1]!.digest,
      file: null,
      voided: false,
      replacedBy: null,
      agrees: true,
      face: (await page()).face,
    },
  });
  for (const code of ['0'.repeat(24), 'x', checkCode!.slice(0, -1), `${checkCode}0`]) {
    expect(await anyone.get(`/api/check/${code}`)).toMatchObject({ status: 200, body: { document: null } });
  }
});

it('is held against a file: what was printed here agrees, and not once a byte differs', async () => {
  const { checkCode } = await page();
  const { body } = await anyone.get<CheckedFiles>(`/api/check/${checkCode}/files`);
  const { file } = await printed(drc);
  expect(body).toEqual({ sealed: null, printed: [`sm3:${createHash('sm3').update(file).digest('hex')}`] });
  expect((await anyone.get(`/api/check/${'0'.repeat(24)}/files`)).status).toBe(404);
});

it('R-SEC-06: is in the register of its organ’s numbers for who sees that organ, and for nobody else', async () => {
  const organsOf = async (who: Visitor) => (await who.get<SeriesPage>('/api/series')).body.organs.map(({ id }) => id);
  expect(await organsOf(drc)).toEqual(expect.arrayContaining(['yq-drc', 'yq-fin', 'sihai-town']));
  expect(await organsOf(await here.as('sihai-town.handler'))).toEqual(['sihai-town']);
  expect(await organsOf(outsider)).toEqual([]);
  expect((await outsider.get('/api/series?organ=yq-drc')).body).toMatchObject({
    organ: null,
    standing: null,
    items: [],
  });
  expect((await anyone.get('/api/series')).status).toBe(401);
  expect((await drc.get('/api/series?year=1')).status).toBe(400);
  expect((await drc.get<SeriesPage>('/api/series?organ=yq-drc&year=2026')).body).toMatchObject({
    organ: { code: '演发改' },
    total: 0,
    standing: null,
  });
});

it('is told by the check, the page and each sheet to have been replaced, once another took its place', async () => {
  const second = { ...draft, replaces: number };
  expect((await drc.give('documents/d-2', 'draftDocument', second)).status).toBe(200);
  const drafted = (await drc.get<DocumentPage>('/api/documents/d-2')).body.face;
  expect(drafted.sections.map(({ text }) => text)).toContain(`自本文印发之日起，${number}同时废止。`);
  const by = '演发改〔2026〕8号';
  const { recorder } = here.system;
  const taken = { by, document: 'document/d-2' as const, on: '2026-04-01' };
  expect(
    (await recorder.recordCommand(commandOf('document/d-1', 'supersedeDocument', taken, systemActor))).refused,
  ).toBeUndefined();
  const { checkCode, state, way, duties, face } = await page();
  expect(state).toMatchObject({ status: 'superseded', superseded: taken });
  expect(way.at(-1)).toMatchObject({ name: '被代替' });
  expect(duties).toEqual([]);
  expect(face.replacedBy).toBe(by);
  expect((await anyone.get<CheckAnswer>(`/api/check/${checkCode}`)).body.document).toMatchObject({
    voided: false,
    replacedBy: by,
  });
  const text = await textOf((await printed(drc)).file);
  expect(text).toContain(`本文已被${by}代替`);
  expect(text).toContain('已废止');
  expect(await textOf((await printed(drc, '?version=1')).file)).toContain('本文已被第2版代替');
});

it('is void for whoever checks it, and says so on each sheet', async () => {
  const { recorder } = here.system;
  const later = { ...numbering, number: '演发改〔2026〕8号', version: 1 };
  await recorder.recordCommand(commandOf('document/d-2', 'numberDocument', later, systemActor));
  const reason = `text:${'1'.repeat(8)}-1111-1111-1111-${'1'.repeat(12)}#${'0'.repeat(64)}`;
  const revoking = { number: later.number, reason };
  await recorder.recordCommand(commandOf('document/d-2', 'revokeDocument', revoking, systemActor));
  const { body } = await anyone.get<CheckAnswer>(`/api/check/${(await page('d-2')).checkCode}`);
  expect(body.document).toMatchObject({ number: later.number, voided: true, replacedBy: null });
  expect(await textOf((await printed(drc, '', 'd-2')).file)).toContain('作废');
});

it('no longer agrees once the record was altered behind its back', async () => {
  const { checkCode } = await page();
  await here.system.database.transaction(async (tx) => {
    await tx.query('alter table log.event disable trigger user');
    await tx.query(
      `update log.event set body = replace(body, '现批复如下', '现改批如下') where stream_id = 'document/d-1' and version = 1`,
    );
    await tx.query('alter table log.event enable trigger user');
  });
  const { body } = await anyone.get<CheckAnswer>(`/api/check/${checkCode}`);
  expect(body.document).toMatchObject({ agrees: false });
});

it('lets nobody guess: too many codes a minute are turned away', async () => {
  const statuses: number[] = [];
  for (let tries = 0; tries < 40; tries += 1) statuses.push((await anyone.get('/api/check/ffff')).status);
  expect(statuses.at(-1)).toBe(429);
});
