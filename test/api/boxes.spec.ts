import type { DoneRow, DutyPage, Holding } from '../../libs/contracts/http/inbox';
import type { MatterRow } from '../../libs/contracts/http/matters';
import type { Slice } from '../../libs/contracts/http/paging';
import type { StreamId } from '../../libs/domain/stream';
import { commandOf } from '../support/district';
import { bothLeads, drc, leaderOf, Matters } from '../support/matters';
import { testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(90_000);
let here: TestApi;
let matters: Matters;
let drafter: Visitor;
let lead: Visitor;
let leader: Visitor;
let first: StreamId;
const started: StreamId[] = [];
const count = 23;

beforeAll(async () => {
  here = await testApi();
  matters = new Matters(here.system, (command) => here.system.recorder.recordCommand(command));
  drafter = await here.as('yq-drc.handler');
  lead = await here.as('yq-drc.leader-in-charge');
  leader = await here.as('yq-gov.leader-in-charge');
  for (let n = 0; n < count; n += 1) started.push(await matters.sent(await matters.proposed()));
  first = started[0]!;
});
afterAll(() => here?.stop());

const inbox = async (who: Visitor, query = '') => (await who.get<DutyPage>(`/api/duties${query}`)).body;
const box = async (who: Visitor, query: string) => (await who.get<Slice<MatterRow>>(`/api/matters?${query}`)).body;

/** Every page of a list, each from where the one before ended. */
async function walked(who: Visitor, between: () => Promise<unknown> = async () => undefined) {
  const pages = [];
  for (let after = ''; ; after = `?after=${pages.at(-1)!.next!}`) {
    const page = await inbox(who, after);
    pages.push(page);
    if (page.next === null) return pages;
    await between();
  }
}

describe('待办', () => {
  it('counts the whole list whatever page is read, and every page together is the list', async () => {
    const pages = await walked(lead);
    expect(pages.map(({ total }) => total)).toEqual([count, count]);
    const keys = pages.flatMap(({ items }) => items.map(({ stream }) => stream));
    expect(keys.toSorted()).toEqual(started.toSorted());
    const { counts, kinds } = pages[0]!;
    expect(counts.late + counts.soon + counts.normal).toBe(count);
    expect(kinds).toEqual({ suspendProject: count });
  });

  it('misses and repeats nothing where items come and go between two pages', async () => {
    const pages = await walked(lead, async () => {
      await matters.agreed((await inbox(lead)).items[0]!.stream as StreamId, leaderOf('yq-drc'));
      started.push(await matters.sent(await matters.proposed()));
    });
    const keys = pages.flatMap(({ items }) => items.map(({ stream }) => stream));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(count + 1);
  });

  it('is read by kind, by text and by project, with counts that agree', async () => {
    const all = (await inbox(lead)).total;
    for (const [query, total] of [
      ['?kind=suspendProject', all],
      ['?kind=cancelProject', 0],
      [`?q=${encodeURIComponent('暂停项目的请示')}`, all],
      [`?q=${encodeURIComponent('撤销')}`, 0],
      ['?lamp=late', 0],
      ['?box=unit', all],
    ] as const) {
      const page = await inbox(lead, query);
      expect([query, page.total, page.items.length]).toEqual([query, total, Math.min(total, 20)]);
    }
    const { projectId } = (await inbox(lead)).items[0]!;
    expect((await inbox(lead, `?project=${projectId}`)).total).toBe(1);
  });

  it('says which step it is, how far its signing has come, and what the reader has seen', async () => {
    const row = async () => (await inbox(lead)).items.find(({ stream }) => stream === started[1])!;
    expect((await row()).matter).toMatchObject({
      act: 'suspendProject',
      step: '牵头部门会签',
      agreed: 0,
      needed: 2,
      document: 1,
      seen: null,
    });
    await matters.agreed(started[1]!, leaderOf('yq-ara'));
    const look = { stream: started[1], revision: 5, document: 1 };
    expect((await lead.post('/api/desk/seen', look)).status).toBe(204);
    expect((await row()).matter).toMatchObject({ agreed: 1, seen: 1 });
  });

  it('keeps out of sight what was put aside, until then', async () => {
    const [row] = (await inbox(lead)).items;
    const before = (await inbox(lead)).total;
    const later = { stream: row!.stream, key: row!.key, until: new Date(Date.now() + 3_600_000).toISOString() };
    await lead.post('/api/desk/later', later);
    expect(await inbox(lead)).toMatchObject({ total: before - 1, later: 1 });
    expect((await inbox(lead, '?later=1')).items).toMatchObject([{ stream: row!.stream }]);
    here.pass(61);
    const back = await here.as('yq-drc.leader-in-charge');
    expect(await inbox(back)).toMatchObject({ total: before, later: 0 });
    lead = back;
    [drafter, leader] = await Promise.all([here.as('yq-drc.handler'), here.as('yq-gov.leader-in-charge')]);
  });

  it('shows one’s own act in the very next read', async () => {
    const [row] = (await inbox(lead)).items;
    await matters.agreed(row!.stream as StreamId, leaderOf('yq-drc'));
    expect((await inbox(lead, `?project=${row!.projectId}`)).total).toBe(0);
    const { items } = (await lead.get<Slice<DoneRow>>('/api/done')).body;
    expect(items[0]).toMatchObject({ stream: row!.stream, type: 'Decided', decision: 'agree' });
  });
});

it('我发起的: with whom it lies, since when, how often urged', async () => {
  const { items, total } = await box(drafter, 'part=drafter');
  expect(total).toBe(started.length);
  const newest = items[0]!;
  expect(newest).toMatchObject({ stream: started.at(-1), status: 'open', urges: 0 });
  expect(newest.holders.map(({ name }) => name).toSorted()).toHaveLength(2);
  await matters.did(commandOf(newest.stream as StreamId, 'urgeMatter', {}, drc));
  expect((await box(drafter, 'part=drafter')).items[0]).toMatchObject({ urges: 1 });
  expect((await box(lead, 'part=drafter')).total).toBe(0);
});

it('抄送我的: what was copied to a post one holds', async () => {
  const recipients = [{ body: 'yq-fin', post: 'handler' as const }];
  await matters.did(commandOf(first, 'copyMatter', { recipients }, drc));
  const finance = await here.as('yq-fin.handler');
  expect((await box(finance, 'part=copied')).items).toMatchObject([{ stream: first }]);
  expect((await box(finance, 'part=copied&state=ended')).total).toBe(0);
  expect((await box(drafter, 'part=copied')).total).toBe(0);
});

it('特急 is marked where it waits, and falls due within working minutes', async () => {
  const stream = await matters.sent(await matters.proposed(), undefined, undefined, 'extraUrgent');
  const [soonest] = (await inbox(lead)).items;
  expect(soonest).toMatchObject({ stream, matter: { urgent: true } });
  expect((await inbox(lead)).items.slice(1).every(({ matter }) => matter?.urgent === false)).toBe(true);
});

it('a matter that ended lies with nobody', async () => {
  const open = (await inbox(leader)).total;
  for (const body of bothLeads) {
    const { visits } = await matters.matterOf(first);
    if (!visits.some(({ said }) => said.some(({ by }) => by === `person-${body}-leader-in-charge`))) {
      await matters.agreed(first, leaderOf(body));
    }
  }
  expect((await inbox(leader)).total).toBe(open + 1);
  await matters.agreed(first, leaderOf('yq-gov'));
  const ended = (await box(drafter, 'part=drafter&state=ended')).items;
  expect(ended).toMatchObject([{ stream: first, status: 'agreed', holders: [], steps: [] }]);
});

it('a leader sees what lies where, and opens it; another district’s leader sees none of it', async () => {
  const holdings = (await leader.get<Holding[]>('/api/holdings')).body;
  const own = holdings.find(({ owner }) => owner === 'yq-drc/leaderInCharge')!;
  expect(own.open).toBe((await inbox(lead)).total);
  const opened = await inbox(leader, `?box=area&owner=${encodeURIComponent(own.owner)}`);
  expect(opened.total).toBe(own.open);
  const stranger = await here.as('mtg-gov.handler');
  expect((await stranger.get<Holding[]>('/api/holdings')).body).toEqual([]);
  expect((await inbox(stranger, `?box=area&owner=${encodeURIComponent(own.owner)}`)).total).toBe(0);
  const builder = await here.as('jingxi-build.handler');
  expect((await builder.get<Holding[]>('/api/holdings')).body).toEqual([]);
});

it('keeps one’s own phrases to oneself', async () => {
  expect((await lead.post('/api/desk/phrases', { phrases: ['同意，请抓紧落实'] })).status).toBe(204);
  expect((await lead.get<string[]>('/api/desk/phrases')).body).toEqual(['同意，请抓紧落实']);
  expect((await leader.get<string[]>('/api/desk/phrases')).body).toEqual([]);
  expect((await lead.post('/api/desk/phrases', { phrases: ['x'.repeat(101)] })).status).toBe(400);
  const foreign = { stream: 'signoff/none', revision: 1, document: 1 };
  expect((await lead.post('/api/desk/seen', foreign)).status).toBe(404);
});

it('refuses a place in a list that no list gave', async () => {
  for (const after of ['x', Buffer.from('[1]').toString('base64url')]) {
    expect((await lead.get(`/api/duties?after=${after}`)).status).toBe(400);
  }
});
