import type { BoxCounts, DayRow, DutyPage, Holding } from '../../libs/contracts/http/inbox';
import type { MatterRow } from '../../libs/contracts/http/matters';
import type { Slice } from '../../libs/contracts/http/paging';
import { civilDateOf } from '../../libs/domain/calendar';
import type { MatterAct } from '../../libs/domain/signoff/matter-acts';
import { organizationStream, type StreamId } from '../../libs/domain/stream';
import { commandOf } from '../support/district';
import { digest, drc, leaderOf, Matters } from '../support/matters';
import { testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(90_000);
let here: TestApi;
let matters: Matters;
let drafter: Visitor;
let lead: Visitor;
let leader: Visitor;
const started: StreamId[] = [];
const dayAfter = (days: number): string => civilDateOf(new Date(Date.now() + days * 86_400_000).toISOString());

beforeAll(async () => {
  here = await testApi();
  matters = new Matters(here.system, (command) => here.system.recorder.recordCommand(command));
  for (let n = 0; n < 3; n += 1) started.push(await matters.sent(await matters.proposed()));
  const asked = { body: 'yq-fin', post: 'handler', person: 'person-yq-fin-handler' };
  await matters.did(
    commandOf(
      organizationStream('yq-ara'),
      'delegatePost',
      {
        postId: 'leader-in-charge',
        deputy: asked,
        from: dayAfter(0),
        to: dayAfter(2),
        matterKinds: ['steering'],
        withinDistricts: null,
        limitFen: null,
      },
      leaderOf('yq-ara'),
    ),
  );
  drafter = await here.as('yq-drc.handler');
  lead = await here.as('yq-drc.leader-in-charge');
  leader = await here.as('yq-gov.leader-in-charge');
});
afterAll(() => here?.stop());

const counts = async (who: Visitor) => (await who.get<BoxCounts>('/api/boxes')).body;
const inbox = async (who: Visitor, query = '') => (await who.get<DutyPage>(`/api/duties${query}`)).body;
const box = async (who: Visitor, query: string) => (await who.get<Slice<MatterRow>>(`/api/matters?${query}`)).body;

it('each box counts what its list shows', async () => {
  const shown = [{ body: 'yq-drc', post: 'leaderInCharge' as const }];
  await matters.did(commandOf(started[0]!, 'copyMatter', { recipients: shown }, drc));
  await matters.did(commandOf(started[1]!, 'circulateMatter', { readers: shown }, drc));
  await matters.agreed(started[2]!, leaderOf('yq-drc'));
  const put = (await inbox(lead)).items.find(({ stream }) => stream === started[0])!;
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await lead.post('/api/desk/later', { stream: put.stream, key: put.key, until });
  const deputy = await here.as('yq-fin.handler');
  for (const who of [drafter, lead, leader, deputy]) {
    const holdings = (await who.get<Holding[]>('/api/holdings')).body;
    expect(await counts(who)).toEqual({
      mine: (await inbox(who)).total,
      unit: (await inbox(who, '?box=unit')).total,
      acting: (await inbox(who, '?box=acting')).total,
      drafter: (await box(who, 'part=drafter&state=open')).total,
      copied: (await box(who, 'part=copied')).total,
      supervised: (await box(who, 'part=supervised&state=open')).total,
      done: (await who.get<Slice<unknown>>('/api/done')).body.total,
      area: holdings.reduce((sum, { open }) => sum + open, 0),
    });
  }
  // one put aside, one given; what is to be read is owed too
  expect(await counts(lead)).toMatchObject({ mine: 2, copied: 2, done: 1, acting: 0 });
  expect(await counts(deputy)).toMatchObject({ acting: 3 });
  expect((await inbox(deputy, '?box=acting')).items.map(({ standIn }) => standIn?.ground)).toEqual(
    Array.from({ length: 3 }, () => 'deputy'),
  );
  const builder = await here.as('jingxi-build.handler');
  expect(await counts(builder)).toMatchObject({ area: null });
});

it('督办: open until the leader closes it, with who has reported', async () => {
  const demand = { demand: 'text:demand#sm3:0', dueOn: dayAfter(7) };
  await matters.did(commandOf(started[0]!, 'superviseMatter', demand, leaderOf('yq-gov')));
  const { items } = await box(leader, 'part=supervised&state=open');
  expect(items).toMatchObject([
    { stream: started[0], supervisions: [{ id: 's1', dueOn: demand.dueOn, reports: 0, closed: false }] },
  ]);
  expect((await box(lead, 'part=supervised')).total).toBe(0);
  const { supervisions } = await matters.matterOf(started[0]!);
  for (const { body } of supervisions[0]!.reporters) {
    const report = { supervision: 's1', report: 'text:report#sm3:0' };
    await matters.did(commandOf(started[0]!, 'reportOnSupervision', report, leaderOf(body)));
  }
  const reported = (await box(leader, 'part=supervised&state=open')).items[0]!.supervisions[0]!;
  expect(reported.reports).toBe(reported.reporters);
  const conclusion = { supervision: 's1', conclusion: 'text:conclusion#sm3:0' };
  await matters.did(commandOf(started[0]!, 'closeSupervision', conclusion, leaderOf('yq-gov')));
  expect((await box(leader, 'part=supervised&state=open')).total).toBe(0);
  expect((await box(leader, 'part=supervised&state=ended')).items).toMatchObject([
    { stream: started[0], status: 'open', supervisions: [{ closed: true }] },
  ]);
});

it('counts the places that differ from what one last saw', async () => {
  const stream = started[1]!;
  const changes = async () =>
    (await inbox(lead)).items.find((row) => row.stream === stream && row.command === 'giveDecision')?.matter;
  await lead.post('/api/desk/seen', { stream, revision: 5, document: 1 });
  expect(await changes()).toMatchObject({ seen: 1, document: 1, changes: 0 });
  await matters.returned(stream, leaderOf('yq-ara'), 'again');
  const { act, round } = await matters.matterOf(stream);
  const data = { reason: '汛期停工，人员转移', until: dayAfter(30) };
  const seat = (await matters.matterOf(stream)).visits.at(-1)!.seats[0]!.id;
  const sending = { seat, act: { ...act!, data } as MatterAct, digest: digest('2'), round };
  await matters.did(commandOf(stream, 'submitDraft', sending, drc));
  expect(await changes()).toMatchObject({ seen: 1, document: 2, changes: 2 });
  await lead.post('/api/desk/seen', { stream, revision: 9, document: 2 });
  expect(await changes()).toMatchObject({ seen: 2, changes: 0 });
});

it('groups apart what no clock runs for, with a count that its list has', async () => {
  const stream = started[2]!;
  const { seat } = (await matters.deciding(stream, leaderOf('yq-ara'))).data as { seat: string };
  const before = await inbox(leader, '?box=area');
  const stop = { seat, reason: 'corrections', awaited: 'yq-drc', note: 'text:note#sm3:0' } as const;
  await matters.did(commandOf(stream, 'pauseClock', stop, leaderOf('yq-ara')));
  const after = await inbox(leader, '?box=area');
  expect(after.total).toBe(before.total);
  expect(after.counts).toMatchObject({ stopped: 1, normal: before.counts.normal - 1 });
  const stopped = await inbox(leader, '?box=area&lamp=stopped');
  expect(stopped).toMatchObject({ total: 1, items: [{ stream, stopped: { reason: 'corrections' } }] });
  expect((await inbox(leader, '?box=area&lamp=normal')).items.every((row) => row.stopped === null)).toBe(true);
});

it('says how many working days the oldest has lain', async () => {
  const [held] = (await leader.get<Holding[]>('/api/holdings')).body;
  expect(held!.waitedDays).toBe(0);
});

it('lists the days of a limit over National Day: holidays passed over, the Saturday in exchange worked', async () => {
  const days = (await lead.get<DayRow[]>('/api/days?from=2026-09-30&to=2026-10-12')).body;
  const worked = days.filter(({ kind }) => kind === 'working').map(({ on }) => on);
  expect(worked).toEqual(['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12']);
  expect(days.filter(({ exchanged }) => exchanged)).toMatchObject([{ on: '2026-10-10', reason: '国庆节调休上班' }]);
  expect(days[0]).toMatchObject({ on: '2026-10-01', kind: 'rest', reason: '国庆节' });
  expect((await lead.get('/api/days?from=2026-01-01&to=2036-01-01')).status).toBe(400);
  expect((await lead.get('/api/days?from=x&to=2026-01-01')).status).toBe(400);
});

it('is read by those who are logged in alone', async () => {
  for (const path of ['boxes', 'days?from=2026-01-01&to=2026-01-02']) {
    expect((await here.visitor().get(`/api/${path}`)).status).toBe(401);
  }
});
