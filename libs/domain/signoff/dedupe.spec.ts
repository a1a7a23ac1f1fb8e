import { ownerOf, routeOf, step, submitted, type Told } from '../../../test/support/told';
import { unregistered, type Organization } from '../organization/organization';
import { handsOf } from '../organization/delegation';
import { mayPassOver } from './dedupe';
import type { Dedupe, Flow, Step } from './route';

const route = (dedupe: Dedupe | undefined, steps: Record<string, Step>, flow?: Flow) => ({
  ...routeOf(steps, flow),
  dedupe,
});
/** x checks, then signs among others, and then somebody else decides */
const plain = { check: step(['x']), a: step(['x', 'y']), issue: step(['z']) };
const at = ({ matter }: Told, id: string) => matter.visits.findLast((visit) => visit.step === id)!;
const passedOver = (told: Told, id: string) => at(told, id).passedOver;

describe('one person at several steps (R-OA-15)', () => {
  it.each(['none', undefined] as const)('signs at each where the route says %s', (dedupe) => {
    const checked = submitted(route(dedupe, plain)).agree('x');
    expect(checked.asked.toSorted()).toEqual(['x', 'y']);
    expect(checked.agree('y').agree('x').agree('z').matter.status).toBe('agreed');
  });
  it('first: what they signed counts further on, and where counts is said', () => {
    const checked = submitted(route('first', plain)).agree('x');
    expect(checked.asked).toEqual(['y']);
    expect(passedOver(checked, 'a')).toEqual([{ seat: 'a#1.0', person: 'x', signedAt: 'check#1.0' }]);
    expect(checked.agree('y').asked).toEqual(['z']);
    checked.refuses('x', 'giveDecision', { ...checked.deciding('x', 'agree'), seat: 'a#1.0' }, 'P-ORDER');
  });
  it('first: a step that would ask nobody else passes at once; its signer may still take the first word back', () => {
    const checked = submitted(route('first', { check: step(['x']), a: step(['x']), issue: step(['z']) })).agree('x');
    expect(checked.asked).toEqual(['z']);
    const recalled = checked.act('x', 'recallAct', { seat: 'check#1.0' });
    expect(recalled.asked).toEqual(['x']);
    const again = { ...recalled.deciding('x', 'agree'), seat: 'check#1.0' };
    expect(recalled.act('x', 'giveDecision', again).asked).toEqual(['z']);
  });
  it('last: earlier steps leave it to the last, which nobody else can sign for them', () => {
    const sent = submitted(route('last', { ...plain, issue: step(['x']) }));
    expect(sent.asked).toEqual(['y']);
    expect(passedOver(sent, 'check')).toEqual([
      { seat: 'check#1.0', person: 'x', signsAt: { step: 'issue', line: 0 } },
    ]);
    const last = sent.agree('y');
    expect(last.asked).toEqual(['x']);
    const handing = { seat: last.seatOf('x'), signer: ownerOf('heir'), reason: '出差', ...last.seen };
    last.refuses('x', 'reassignSeat', handing, 'R-OA-15');
    expect(() => last.act('x', 'giveDecision', last.deciding('x', 'agree'), 'another')).toThrow('R-OA-15');
    expect(last.act('x', 'giveDecision', last.deciding('x', 'disagree'), 'another').matter.round).toBe(2);
    expect(last.agree('x').matter.status).toBe('agreed');
  });
  it('last: where the holder has changed since, the step that left it is walked again by whoever is there', () => {
    const last = submitted(route('last', { ...plain, issue: step(['x']) }))
      .agree('y')
      .held({ x: ['new'] });
    const returned = last.act(
      'x',
      'returnMatter',
      {
        seat: last.seatOf('x'),
        toStep: 'check',
        onward: 'again',
        reason: '换人',
        ...last.seen,
      },
      'new',
    );
    expect(returned.asked).toEqual(['x']);
    const walked = returned.act('x', 'giveDecision', returned.deciding('x', 'agree'), 'new').agree('y');
    expect(walked.act('x', 'giveDecision', walked.deciding('x', 'agree'), 'new').matter.status).toBe('agreed');
  });

  describe('is asked all the same', () => {
    const asksAgain = (told: Told): void => expect(told.asked).toContain('x');

    it('where votes are counted or one of several decides: nobody’s vote is cast for them', () => {
      for (const mode of ['any', { votes: 2 }, { voteBp: 10_000 }] as const) {
        asksAgain(submitted(route('first', { ...plain, a: step(['x', 'y'], mode) })).agree('x'));
        asksAgain(submitted(route('last', { check: step(['x', 'y'], mode), issue: step(['x']) })));
        // nor is a signature left to a step that could pass without it
        asksAgain(submitted(route('last', { check: step(['x']), a: step(['x', 'y'], mode), issue: step(['z']) })));
      }
      const alone = submitted(route('first', { ...plain, a: step(['x'], 'any') })).agree('x');
      expect(alone.asked).toEqual(['z']);
    });
    it('where they decide last: that signature does the act', () => {
      const decided = submitted(route('first', { check: step(['x']), issue: step(['x']) })).agree('x');
      asksAgain(decided);
      expect(decided.agree('x').matter.status).toBe('agreed');
    });
    it('where steps lie side by side: neither is the earlier', () => {
      const beside: Flow = ['draft', { together: ['check', 'a'] }, 'issue'];
      asksAgain(
        submitted(route('first', plain, beside)).act('x', 'giveDecision', {
          ...submitted(route('first', plain, beside)).deciding('x', 'agree'),
          seat: 'check#1.0',
        }),
      );
      expect(submitted(route('last', plain, beside)).asked.toSorted()).toEqual(['x', 'x', 'y']);
    });
    it('where another could sign from the post, or they signed for another body', () => {
      asksAgain(
        submitted(route('first', plain))
          .held({ x: ['x', 'beside'] })
          .agree('x'),
      );
      expect(
        submitted(route('first', plain))
          .held({ x: ['new'] })
          .agree('x').asked,
      ).toContain('x');
      const twoBodies = route('first', { check: step(['x']), a: step(['w', 'y']), issue: step(['z']) });
      expect(
        submitted(twoBodies)
          .held({ w: ['x'] })
          .agree('x').asked,
      ).toContain('w');
    });
    it('where a deputy signed for another: the word is that other’s', () => {
      const sent = submitted(route('first', plain));
      const forThem = {
        person: 'deputy',
        onBehalfOf: { person: 'x', delegation: 'd', from: '2026-03-01', to: '2026-03-31', own: ownerOf('d') },
      };
      const signed = sent.act('x', 'giveDecision', sent.deciding('x', 'agree'), forThem);
      expect(signed.asked).toEqual(['y']);
      const other = sent.held({ x: ['deputy'] }).act('x', 'giveDecision', sent.deciding('x', 'agree'), forThem);
      asksAgain(other);
    });
    it('where they disagreed, returned it, or the document is another since', () => {
      const outvoted = route('first', { check: step(['x', 'v'], { votes: 1 }), a: step(['x']), issue: step(['z']) });
      asksAgain(submitted(outvoted).disagree('x').agree('v'));
      const checked = submitted(route('first', plain)).agree('x');
      asksAgain(checked.returns('y', 'draft', 'back').submit('sm3:2'));
      expect(checked.returns('y', 'draft', 'back').submit().asked).toEqual(['y']);
    });
    it('where a matter is returned to their own step', () => {
      const issue = submitted(route('first', plain)).agree('x').agree('y');
      expect(issue.returns('z', 'a', 'again').asked.toSorted()).toEqual(['x', 'y']);
      expect(issue.returns('z', 'check', 'again').agree('x').asked).toEqual(['y']);
    });
  });

  it('spares by the route’s shape the later steps but the last, or the earlier ones', () => {
    const plan = (dedupe: Dedupe) =>
      mayPassOver({
        dedupe,
        steps: {
          check: { ...step([]), signers: [{ by: 'relation', relation: 'finance', post: 'approver' }] },
          a: { ...step([]), signers: [] },
          issue: { ...step([]), signers: [] },
        },
        flow: ['check', 'a', 'issue'],
      });
    expect(plan('none')).toEqual([]);
    expect(plan('first')).toEqual(['a']);
    expect(plan('last')).toEqual(['check', 'a']);
  });
});

describe('who may sign from a post', () => {
  const holding = (kind: 'approver' | 'leaderInCharge', ...people: string[]) => ({
    id: kind,
    name: kind,
    kind,
    holders: people.map((person) => ({ person, from: '2026-01-01', to: null })),
  });
  const body = (...posts: Organization['posts'][number][]) => ({ ...unregistered('x'), exists: true, posts });
  const hands = (of: Organization) => handsOf(of, 'approver', '2026-03-02T02:00:00.000Z');

  it('are its holders, and who answers for it where it is vacant or its holder away (R-OA-14)', () => {
    expect(hands(body(holding('approver', 'a', 'b'), holding('leaderInCharge', 'c')))).toEqual(['a', 'b']);
    expect(hands(body(holding('approver'), holding('leaderInCharge', 'c')))).toEqual(['c']);
    const away = { id: 'w', person: 'a', from: '2026-03-01', to: '2026-03-03', endedAt: null };
    expect(hands({ ...body(holding('approver', 'a'), holding('leaderInCharge', 'c')), absences: [away] })).toEqual([
      'a',
      'c',
    ]);
  });
});
