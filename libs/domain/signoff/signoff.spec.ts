import { Told, ownerOf, routeOf, startOf, started, step, submitted } from '../../../test/support/told';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import { signoffDuties } from './duties';
import { noMatter } from './matter';
import { keyOfOwner, routeFaults, type Flow, type Step } from './route';

const facts = { parameters: parametersOn(defaultParameters, '2026-03-02') };

describe('a route', () => {
  const faultsOf = (steps: Record<string, Step>, flow: Flow) => routeFaults(routeOf(steps, flow), keyOfOwner);

  it('is sound when every step is named once, has its signers and can pass', () => {
    expect(faultsOf({ a: step(['x']), b: step(['y']) }, ['draft', { together: ['a', ['b']] }])).toEqual([]);
  });
  it('names the place of a dead end, an unknown step and one that nobody reaches', () => {
    expect(faultsOf({ a: step(['x']), b: step(['y']) }, ['draft', 'c', { together: ['a', []] }])).toEqual([
      { place: 'flow.2.together.1', fault: 'deadEnd' },
      { place: 'c', fault: 'unknownStep' },
      { place: 'b', fault: 'unreachable' },
    ]);
  });
  it('is refused at the start where a step has nobody, naming the step', () => {
    const empty = new Told(noMatter('m'), routeOf({ a: step([]) }));
    empty.refuses('owner', 'startMatter', startOf, 'R-OA-20');
    expect(() => empty.act('owner', 'startMatter', startOf)).toThrow('会签：没有办理人');
  });
  it('decides about what the act is done on: a project is not suspended in a pay period', () => {
    const route = routeOf({ a: step(['x']) });
    const elsewhere = { ...startOf, subject: 'wages/p/s1/2026-03' };
    new Told(noMatter('m'), route).refuses('owner', 'startMatter', elsewhere, 'P-SUM');
    expect(started(route).matter.subject).toBe('project/p');
  });
  it('asks for no more votes than there are signers', () => {
    expect(faultsOf({ a: step(['x', 'y'], { votes: 2 }) }, ['draft', 'a'])).toEqual([]);
    expect(faultsOf({ a: step(['x', 'y'], { votes: 3 }) }, ['draft', 'a'])).toEqual([
      { place: 'a', fault: 'neverPasses' },
    ]);
  });
});

describe('the modes', () => {
  it('会签: passes with the last agreement; one refusal sends it back to the drafter (R-OA-01)', () => {
    const matter = submitted(routeOf({ a: step(['x', 'y']) }));
    expect(matter.agree('x').matter.status).toBe('open');
    expect(matter.agree('x').agree('y').matter.status).toBe('agreed');
    const refused = matter.agree('x').disagree('y');
    expect(refused.matter).toMatchObject({ status: 'open', round: 2 });
    expect(refused.asked).toEqual(['owner']);
  });
  it('会签: one refusal ends it where the route says so (R-OA-01)', () => {
    expect(submitted(routeOf({ a: step(['x', 'y'], 'all', 'end') })).disagree('x').matter.status).toBe('refused');
  });
  it('或签: the first decision settles it (R-OA-02)', () => {
    const matter = submitted(routeOf({ a: step(['x', 'y'], 'any', 'end') }));
    expect(matter.agree('y').matter.status).toBe('agreed');
    expect(matter.disagree('x').matter.status).toBe('refused');
  });
  it('依次: each in turn (R-OA-03)', () => {
    const matter = submitted(routeOf({ a: step(['x', 'y'], 'inOrder') }));
    expect(matter.asked).toEqual(['x']);
    matter.refuses('y', 'giveDecision', matter.deciding('y', 'agree'), 'P-ORDER');
    expect(matter.agree('x').asked).toEqual(['y']);
  });
  it('票决: two thirds of four are three votes; the third refusal of a possible pass ends it (R-OA-04)', () => {
    const matter = submitted(routeOf({ a: step(['w', 'x', 'y', 'z'], { voteBp: 6_667 }, 'end') }));
    expect(matter.agree('w').agree('x').matter.status).toBe('open');
    expect(matter.agree('w').agree('x').agree('y').matter.status).toBe('agreed');
    expect(matter.disagree('w').matter.status).toBe('open');
    expect(matter.disagree('w').disagree('x').matter.status).toBe('refused');
  });
});

describe('returning (R-OA-09)', () => {
  const route = routeOf({ check: step(['c']), a: step(['x']), b: step(['y', 'z']), issue: step(['i']) }, [
    'draft',
    'check',
    { together: ['a', 'b'] },
    'issue',
  ]);
  const atBranches = submitted(route).agree('c');

  it('walks again: every later step is owed anew, and what was said stays in sight', () => {
    const returned = atBranches.agree('y').returns('x', 'check', 'again');
    expect(returned.asked).toEqual(['c']);
    expect(returned.agree('c').asked.toSorted()).toEqual(['x', 'y', 'z']);
    expect(returned.matter.visits.flatMap(({ said }) => said).map(({ decision }) => decision)).toEqual([
      'agree',
      'agree',
      'return',
      'agree',
    ]);
  });
  it('jumps back to who returned it, and loses no duty of the branch beside', () => {
    const returned = atBranches.agree('y').returns('x', 'draft', 'back');
    expect(returned.asked).toEqual(['owner']);
    expect(returned.submit().asked.toSorted()).toEqual(['x', 'z']);
  });
  it('asks again for votes given on an older version of the document', () => {
    const returned = atBranches.agree('y').returns('x', 'draft', 'back').submit('sm3:2');
    expect(returned.matter.document.version).toBe(2);
    expect(returned.asked.toSorted()).toEqual(['x', 'y', 'z']);
  });
  it('goes to no step beside, none ahead and none that was not passed', () => {
    const data = (to: string) => ({
      seat: atBranches.seatOf('x'),
      toStep: to,
      onward: 'again',
      reason: '理由',
      ...atBranches.seen,
    });
    for (const to of ['b', 'issue', 'a', 'nowhere']) atBranches.refuses('x', 'returnMatter', data(to), 'R-OA-09');
    expect(atBranches.returns('x', 'check', 'again').matter.round).toBe(2);
  });
});

describe('signers added, removed and replaced', () => {
  const matter = submitted(routeOf({ a: step(['x', 'y']), b: step(['z']) }));

  it('before: comes back to who asked (R-OA-05)', () => {
    const added = matter.adds('x', 'before', 'guest');
    expect(added.asked.toSorted()).toEqual(['guest', 'y']);
    expect(added.agree('guest').asked.toSorted()).toEqual(['x', 'y']);
  });
  it('after: signs on top, and the vote counts once (R-OA-05)', () => {
    const added = matter.adds('x', 'after', 'guest').agree('x').agree('y');
    expect(added.asked).toEqual(['guest']);
    expect(added.agree('guest').asked).toEqual(['z']);
  });
  it('an added signer adds nobody, and nobody sits twice (R-OA-05)', () => {
    const added = matter.adds('x', 'before', 'guest');
    const adding = (by: string, body: string) => ({
      seat: added.seatOf(by),
      position: 'before',
      signer: ownerOf(body),
      ...added.seen,
    });
    added.refuses('guest', 'addSigner', adding('guest', 'other'), 'R-OA-05');
    added.refuses('y', 'addSigner', adding('y', 'guest'), 'R-OA-05');
    added.refuses('y', 'addSigner', adding('y', 'owner'), 'R-OA-16');
  });
  it('who assists gives an opinion and decides nothing (R-OA-08)', () => {
    const added = matter.adds('x', 'assist', 'guest');
    added.refuses('guest', 'giveDecision', added.deciding('guest', 'agree'), 'R-OA-08');
    added.refuses('y', 'giveDecision', added.deciding('y', 'opinion'), 'R-OA-08');
    const advised = added.act('guest', 'giveDecision', added.deciding('guest', 'opinion'));
    expect(advised.agree('x').agree('y').asked).toEqual(['z']);
  });
  it('is removed by who added it, while it has not acted (R-OA-06)', () => {
    const added = matter.adds('x', 'before', 'guest');
    const seat = { seat: added.seatOf('guest') };
    added.refuses('y', 'removeSigner', seat, 'R-OA-06');
    expect(added.act('x', 'removeSigner', seat).asked.toSorted()).toEqual(['x', 'y']);
    added.agree('guest').refuses('x', 'removeSigner', seat, 'R-OA-06');
    added.refuses('x', 'removeSigner', { seat: added.seatOf('y') }, 'R-OA-06');
  });
  it('hands over: the duty moves, who had it is out (R-OA-07)', () => {
    const data = { seat: matter.seatOf('x'), signer: ownerOf('heir'), reason: '出差', ...matter.seen };
    const handed = matter.act('x', 'reassignSeat', data);
    expect(handed.asked.toSorted()).toEqual(['heir', 'y']);
    handed.refuses('x', 'giveDecision', { ...handed.deciding('heir', 'agree'), seat: data.seat }, 'R-OA-07');
    matter.refuses('x', 'reassignSeat', { ...data, signer: ownerOf('y') }, 'R-OA-07');
    matter.refuses('x', 'reassignSeat', { ...data, signer: ownerOf('owner') }, 'R-OA-16');
  });
});

describe('recalling (R-OA-10)', () => {
  const route = routeOf({ a: step(['x', 'y']), b: step(['z']) });

  it('takes a vote back while the step is open, and keeps it in sight', () => {
    const recalled = submitted(route).agree('x').recalls('x');
    expect(recalled.asked.toSorted()).toEqual(['x', 'y']);
    expect(recalled.matter.visits.at(-1)!.said).toMatchObject([{ decision: 'agree', standing: 'withdrawn' }]);
  });
  it('takes the last signature back before the next step acts, not after, and not another’s', () => {
    const passed = submitted(route).agree('x').agree('y');
    expect(passed.asked).toEqual(['z']);
    expect(passed.recalls('y').asked).toEqual(['y']);
    passed.refuses('x', 'recallAct', { seat: passed.seatOf('x') }, 'R-OA-10');
    const acted = passed.adds('z', 'before', 'guest');
    acted.refuses('y', 'recallAct', { seat: acted.seatOf('y') }, 'R-OA-10');
  });
  it('takes back what the drafter sent', () => {
    const recalled = submitted(route).recalls('owner');
    expect(recalled.asked).toEqual(['owner']);
    expect(recalled.submit('sm3:2').asked.toSorted()).toEqual(['x', 'y']);
  });
  it('not while an earlier step is being done again', () => {
    const parallel = routeOf({ a: step(['x']), b: step(['y']) }, ['draft', { together: ['a', 'b'] }]);
    const returned = submitted(parallel).agree('x').returns('y', 'draft', 'back');
    returned.refuses('x', 'recallAct', { seat: returned.seatOf('x') }, 'R-OA-10');
  });
  it('not when an earlier step was done again since', () => {
    const parallel = routeOf({ a: step(['x']), b: step(['y']) }, ['draft', { together: ['a', 'b'] }]);
    const passed = submitted(parallel).agree('x');
    expect(passed.recalls('x').asked.toSorted()).toEqual(['x', 'y']);
    const again = passed.returns('y', 'draft', 'back').submit('sm3:1');
    expect(again.asked).toEqual(['y']);
    again.refuses('x', 'recallAct', { seat: again.seatOf('x') }, 'R-OA-10');
  });
});

describe('what every act is held to', () => {
  const route = routeOf({ a: step(['x', 'y']), b: step(['z']) });
  const matter = submitted(route);

  it('one decision from a seat: the second is told what happened', () => {
    const decided = matter.agree('x');
    decided.refuses('x', 'giveDecision', decided.deciding('x', 'agree'), 'P-ONCE');
  });
  it('whoever comes after a step is over is told by whom it was settled or returned, where it was by one of them', () => {
    const either = submitted(routeOf({ a: step(['x', 'y'], 'any'), b: step(['z']) }));
    const late = { ...either.deciding('y', 'agree') };
    const told = (after: Told): unknown => after.decision('y', 'giveDecision', late, { person: 'y' });
    const found = (words: string) => ({ refused: [expect.objectContaining({ rule: 'P-ONCE', found: words })] });
    expect(told(either.agree('x'))).toEqual(found('x/handler 已于 2026-03-02T02:00:00.000Z 办结该环节'));
    expect(told(either.returns('x', 'draft', 'again'))).toEqual(found('x/handler 已于 2026-03-02T02:00:00.000Z 退回'));
    expect(told(either.recalls('owner'))).toEqual(found('该环节已退回或已撤回'));
  });
  it('the seat’s own post decides', () => {
    matter.refuses('z', 'giveDecision', { ...matter.deciding('x', 'agree') }, 'P-WHO');
  });
  it('a page of an older round or version is refused as stale', () => {
    const data = matter.deciding('x', 'agree');
    matter.refuses('x', 'giveDecision', { ...data, round: 2 }, 'P-STALE');
    matter.refuses('x', 'giveDecision', { ...data, documentVersion: 2 }, 'P-STALE');
  });
  it('the drafter decides nothing of their own, from whatever post (R-OA-16)', () => {
    const own = submitted(routeOf({ a: step(['x']) }));
    expect(() => own.act('x', 'giveDecision', own.deciding('x', 'agree'), 'clerk')).toThrow('R-OA-16');
    expect(own.agree('x').matter.status).toBe('agreed');
  });
  it('nothing is done on a matter that has ended', () => {
    const ended = matter.act('owner', 'withdrawMatter', { reason: '不办了' });
    expect(ended.matter.status).toBe('withdrawn');
    ended.refuses('x', 'giveDecision', matter.deciding('x', 'agree'), 'P-HALTED');
    expect(signoffDuties(ended.matter, facts)).toEqual([]);
  });
  it('the drafter urges once in two working days; the refusal names the next day (R-OA-11)', () => {
    // 2026-03-02 is a Monday.
    const urged = matter.on('2026-03-02').act('owner', 'urgeMatter', {}, 'clerk');
    urged.on('2026-03-03').refuses('owner', 'urgeMatter', {}, 'R-OA-11');
    expect(urged.on('2026-03-04').act('owner', 'urgeMatter', {}, 'clerk').matter.urges).toHaveLength(2);
    matter.refuses('x', 'urgeMatter', {}, 'P-WHO');
  });
  it('each open seat is one duty of its owner, with the step’s limit', () => {
    expect(signoffDuties(matter.matter, facts)).toMatchObject([
      { key: 'a#1.0', owner: ownerOf('x'), command: 'giveDecision', limit: { workingDays: 5 } },
      { key: 'a#1.1', owner: ownerOf('y') },
    ]);
  });
});
