import type { DutyPage } from '../../libs/contracts/http/inbox';
import type { BodyKind } from '../../libs/domain/organization/roles';
import { organizationStream, planStream, type StreamId } from '../../libs/domain/stream';
import { systemActor } from '../../libs/domain/actor';
import { actorOf, commandOf } from '../support/district';
import { drc, leaderOf, Matters } from '../support/matters';
import { testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(120_000);
const [here119, there] = ['110119', '110109'];
let here: TestApi;
let matters: Matters;
/** looks after every district of the city */
let city: Visitor;
let lead: Visitor;
const started: StreamId[] = [];
/** more than fit on a page */
const count = 30;

/** A body of another place, with somebody who handles its matters. */
async function registered(body: string, kind: BodyKind, district: string): Promise<void> {
  const description = { kind, name: body, district, seriesCode: null, registration: null };
  await matters.did(commandOf(organizationStream(body), 'registerBody', description, systemActor));
  await appointed(body, 'handler');
}

async function appointed(body: string, kind: 'handler' | 'leaderInCharge'): Promise<void> {
  const stream = organizationStream(body);
  await matters.did(commandOf(stream, 'createPost', { postId: kind, name: kind, kind }, systemActor));
  const held = { postId: kind, person: `person-${body}-${kind}`, from: '2023-01-01', to: null };
  await matters.did(commandOf(stream, 'appointHolder', held, systemActor));
}

beforeAll(async () => {
  here = await testApi();
  matters = new Matters(here.system, (command) => here.system.recorder.recordCommand(command));
  await registered('bj-drc', 'municipalDepartment', '110000');
  await registered('mtg-drc', 'developmentReform', there);
  await registered('mtg-ara', 'agriculture', there);
  await here.system.database.query(
    `insert into auth.account (login, title, person, password, created_at, changed_at)
     select 'bj-drc.handler', title, 'person-bj-drc-handler', password, created_at, changed_at from auth.account where login = 'yq-drc.handler'`,
  );
  for (let n = 0; n < count; n += 1) {
    const matter = await matters.sent(
      await matters.proposed(),
      undefined,
      undefined,
      n % 6 === 0 ? 'extraUrgent' : 'normal',
    );
    started.push(matter);
  }
  await appointed('mtg-gov', 'leaderInCharge');
  const government = organizationStream('mtg-gov');
  const leading = { post: 'leaderInCharge', agendaMeetingOn: '2026-01-12', minutesNumber: '门政会〔2026〕1号' };
  const mechanism = { responsibleBody: 'mtg-drc', description: '区发展改革委统筹，按月会商' };
  await matters.did(commandOf(government, 'nameLeader', leading, actorOf('mtg-gov', 'leaderInCharge')));
  await matters.did(commandOf(government, 'establishMechanism', mechanism, actorOf('mtg-gov', 'leaderInCharge')));
  const drawnUp = { aims: ['skills' as const], parentMeasure: '促进农民增收若干措施' };
  await matters.did(commandOf(planStream(there, 2027), 'drawUpPlan', drawnUp, actorOf('mtg-drc')));
  city = await here.as('bj-drc.handler');
  lead = await here.as('yq-drc.leader-in-charge');
});
afterAll(() => here?.stop());

const read = async (who: Visitor, asked: Readonly<Record<string, string>>) => {
  const { status, body } = await who.get<DutyPage>(`/api/duties?${new URLSearchParams(asked).toString()}`);
  expect([asked, status]).toEqual([asked, 200]);
  return body;
};

/** Every row of a list, page by page, with the totals told on the way. */
async function whole(who: Visitor, asked: Readonly<Record<string, string>>, between?: () => Promise<unknown>) {
  const rows: DutyPage['items'][number][] = [];
  const totals: number[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: DutyPage = await read(who, { ...asked, ...(after !== '' && { after }) });
    rows.push(...page.items);
    totals.push(page.total);
    after = page.next;
    if (after !== null) await between?.();
  }
  return { rows, totals };
}

const keyOf = ({ stream, key }: { stream: string; key: string }) => `${stream}#${key}`;

it('a district’s alone: what lies in another is left out, and the counts are of what is listed', async () => {
  const all = await read(city, { box: 'area' });
  expect(Object.keys(all.districts).toSorted()).toEqual([there, here119]);
  expect(Object.values(all.districts).reduce((sum, n) => sum + n, 0)).toBe(all.total);
  for (const [district, n] of Object.entries(all.districts)) {
    const { rows, totals } = await whole(city, { box: 'area', district });
    expect([district, rows.length, new Set(totals)]).toEqual([district, n, new Set([n])]);
  }
  expect((await read(city, { box: 'area', district: '110101' })).total).toBe(0);
  expect((await city.get('/api/duties?district=yanqing')).status).toBe(400);
});

it('light, kind, district, text and paging work together, and each count is the length of the list it leads to', async () => {
  const asked = { box: 'area', kind: 'suspendProject', district: here119, q: '暂停项目' };
  const page = await read(city, asked);
  const byLamp = await Promise.all(
    Object.keys(page.counts).map(async (lamp) => [lamp, (await whole(city, { ...asked, lamp })).rows.length]),
  );
  expect(Object.fromEntries(byLamp)).toEqual(page.counts);
  expect(page.counts.late + page.counts.soon + page.counts.normal + page.counts.stopped).toBe(page.total);
  expect(page.counts.soon).toBeGreaterThan(0);
  expect(page.counts.normal).toBeGreaterThan(20);

  const soon = await read(city, { box: 'area', lamp: 'soon' });
  for (const [kind, n] of Object.entries(soon.kinds)) {
    expect([kind, (await whole(city, { box: 'area', lamp: 'soon', kind })).rows.length]).toEqual([kind, n]);
  }
  for (const [district, n] of Object.entries(soon.districts)) {
    expect([district, (await whole(city, { box: 'area', lamp: 'soon', district })).rows.length]).toEqual([district, n]);
  }
  expect((await read(city, { ...asked, q: '没有这样的事项' })).total).toBe(0);
});

it('what is put aside counts under the filters too', async () => {
  const asked = { kind: 'suspendProject', district: here119 };
  const [row] = (await read(lead, asked)).items;
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await lead.post('/api/desk/later', { stream: row!.stream, key: row!.key, until });
  expect(await read(lead, asked)).toMatchObject({ later: 1 });
  expect((await read(lead, { ...asked, later: '1' })).items.map(keyOf)).toEqual([keyOf(row!)]);
  expect(await read(lead, { ...asked, kind: 'cancelProject' })).toMatchObject({ later: 0, total: 0 });
  await lead.post('/api/desk/later', { stream: row!.stream, key: row!.key, until: null });
});

it('misses and repeats nothing that was there throughout, while others decide and send meanwhile', async () => {
  const asked = { kind: 'suspendProject', district: here119, lamp: 'normal', q: '请示' };
  const before = (await whole(lead, asked)).rows.map(keyOf);
  const gone: string[] = [];
  const { rows, totals } = await whole(lead, asked, async () => {
    const [decided] = (await read(lead, asked)).items;
    gone.push(keyOf(decided!));
    await Promise.all([
      matters.agreed(decided!.stream as StreamId, leaderOf('yq-drc')),
      matters.sent(await matters.proposed()),
      matters.did(commandOf(started.at(-1)!, 'urgeMatter', {}, drc)),
    ]);
  });
  const found = rows.map(keyOf);
  expect(new Set(found).size).toBe(found.length);
  expect(before.filter((key) => !gone.includes(key) && !found.includes(key))).toEqual([]);
  expect(totals.length).toBeGreaterThan(1);
  expect(await read(lead, asked)).toMatchObject({ total: before.length });
});
