import { routeOf, step, submitted, type Told } from '../../../test/support/told';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import { signoffDuties } from './duties';

const facts = { parameters: parametersOn(defaultParameters, '2026-03-02') };
const route = routeOf({ a: step(['x', 'y']), b: step(['z']) });
const atFirst = submitted(route);
const leader = { postKinds: ['leaderInCharge'] as const, bodyKind: 'districtGovernment' as const };
const owed = ({ matter }: Told) => signoffDuties(matter, facts).map(({ key, command }) => `${key} ${command}`);
const handler = (body: string) => ({ body, post: 'handler' as const });

describe('supervising (R-OA-12)', () => {
  const demand = { demand: '本周内办结', dueOn: '2026-03-06' };
  const supervised = atFirst.as(leader).act('gov', 'superviseMatter', demand).as({});
  const report = { supervision: 's1', report: '已会同核实，明日签署' };

  it('asks a report of everyone the matter lies with, by the day set, beside their own duty', () => {
    expect(owed(supervised)).toEqual([
      'a#1.0 giveDecision',
      'a#1.1 giveDecision',
      's1/x/handler reportOnSupervision',
      's1/y/handler reportOnSupervision',
    ]);
    expect(signoffDuties(supervised.matter, facts).at(-1)).toMatchObject({ limit: { on: '2026-03-06' } });
  });
  it('is raised by a leader, for a day that lies ahead, once at a time', () => {
    atFirst.refuses('gov', 'superviseMatter', demand, 'P-WHO');
    const lead = atFirst.as(leader);
    lead.refuses('gov', 'superviseMatter', { ...demand, dueOn: '2026-03-01' }, 'P-TIME');
    expect(lead.act('gov', 'superviseMatter', { ...demand, dueOn: '2026-03-02' }).matter.supervisions).toHaveLength(1);
    supervised.as(leader).refuses('gov', 'superviseMatter', demand, 'P-ONCE');
  });
  it('by the leader of an office calls on its own people alone', () => {
    const ofOffice = { postKinds: ['leaderInCharge'] as const, bodyKind: 'water' as const };
    const own = atFirst.as(ofOffice).act('x', 'superviseMatter', demand);
    expect(own.matter.supervisions[0]!.reporters).toEqual([handler('x')]);
    atFirst.as(ofOffice).refuses('z', 'superviseMatter', demand, 'R-OA-12');
  });
  it('is reported on by who was called on, and closed by the raiser alone when all have reported', () => {
    supervised.refuses('z', 'reportOnSupervision', report, 'P-WHO');
    const one = supervised.act('x', 'reportOnSupervision', report);
    const close = { supervision: 's1', conclusion: '已督促' };
    one.as(leader).refuses('gov', 'closeSupervision', close, 'R-OA-12');
    const both = one.act('y', 'reportOnSupervision', report);
    expect(owed(both)).toContain('s1/close closeSupervision');
    both.as(leader).refuses('elsewhere', 'closeSupervision', close, 'P-WHO');
    const closed = both.as(leader).act('gov', 'closeSupervision', close);
    expect(owed(closed)).toEqual(['a#1.0 giveDecision', 'a#1.1 giveDecision']);
    closed.refuses('gov', 'closeSupervision', close, 'P-ONCE');
    closed.as({}).refuses('x', 'reportOnSupervision', report, 'P-ONCE');
  });
  it('outlives the matter until the raiser closes it; nobody reports on what has ended', () => {
    const ended = supervised.act('owner', 'withdrawMatter', { reason: '不办了' });
    expect(owed(ended)).toEqual(['s1/close closeSupervision']);
    const closed = ended.as(leader).act('gov', 'closeSupervision', { supervision: 's1', conclusion: '事项已撤销' });
    expect(owed(closed)).toEqual([]);
  });
  it('changes nothing of who decides', () => {
    expect(supervised.agree('x').agree('y').agree('z').matter.status).toBe('agreed');
  });
});

describe('showing a matter (R-OA-08)', () => {
  const circulated = atFirst.act('x', 'circulateMatter', { readers: [handler('p'), handler('q'), handler('p')] });

  it('传阅: each reader marks it as read once, and decides nothing', () => {
    expect(owed(circulated).slice(2)).toEqual(['c1/p/handler markRead', 'c1/q/handler markRead']);
    circulated.refuses('p', 'giveDecision', { ...circulated.deciding('x', 'agree') }, 'P-WHO');
    const marked = circulated.act('p', 'markRead', { circulation: 'c1', note: null });
    expect(owed(marked).slice(2)).toEqual(['c1/q/handler markRead']);
    marked.refuses('p', 'markRead', { circulation: 'c1', note: null }, 'P-ONCE');
    marked.refuses('z', 'markRead', { circulation: 'c1', note: null }, 'P-WHO');
    marked.refuses('q', 'markRead', { circulation: 'c2', note: null }, 'P-UNKNOWN');
  });
  it('传阅: goes to nobody with whom it lies for reading already', () => {
    circulated.refuses('x', 'circulateMatter', { readers: [handler('p')] }, 'P-ONCE');
    const marked = circulated.act('p', 'markRead', { circulation: 'c1', note: null });
    expect(marked.act('x', 'circulateMatter', { readers: [handler('p')] }).matter.circulations).toHaveLength(2);
  });
  it('传阅: goes on when the matter has been agreed, and ends when it is withdrawn', () => {
    expect(owed(circulated.agree('x').agree('y').agree('z'))).toHaveLength(2);
    expect(owed(circulated.act('owner', 'withdrawMatter', { reason: '不办了' }))).toEqual([]);
  });
  it('抄送: is kept, and nothing is owed', () => {
    const copied = atFirst.act('x', 'copyMatter', { recipients: [handler('p')] });
    expect(copied.matter.copies).toEqual([{ at: '2026-03-02T02:00:00.000Z', recipients: [handler('p')] }]);
    expect(owed(copied)).toEqual(owed(atFirst));
  });
});
