import { given } from '../../../test/support/given';
import { standingOfDeputy } from '../organization/acting';
import type { Delegation } from '../organization/delegation';
import { unregistered, type Organization, type Post } from '../organization/organization';
import type { StreamState } from '../state';
import { brokenInvariants } from './invariants';
import { noMatter, type Matter } from './matter';
import type { Route, Step } from './route';

const post = (id: string, person: string): Post => ({
  id,
  name: id,
  kind: 'approver',
  holders: [{ person, from: '2026-01-01', to: null }],
});
const body = (id: string, person: string, change: Partial<Organization> = {}): Organization => ({
  ...unregistered(id),
  exists: true,
  kind: 'finance',
  district: '110119',
  posts: [post('approver', person)],
  ...change,
});
const delegation: Delegation = {
  id: 'd-1',
  postId: 'approver',
  person: 'zhang',
  deputy: { body: 'yq-drc', post: 'approver', person: 'li' },
  from: '2026-03-02',
  to: '2026-03-20',
  matterKinds: null,
  withinDistricts: null,
  limitFen: null,
  endedAt: null,
};
const step = (...bodies: string[]): Step => ({
  name: '会签',
  mode: 'all',
  signers: bodies.map((of) => ({ body: of, post: 'approver' })),
  limitDays: 5,
  onRefusal: 'return',
});
const route: Route = {
  id: 'trial',
  version: 1,
  scope: 'shipped',
  steps: { draft: step('yq-water'), sign: step('yq-fin', 'yq-drc'), end: step('yq-gov') },
  flow: ['draft', 'sign', 'end'],
};
const matterSubject = { exists: true, district: '110119', parties: null, checkers: [], approver: null };
const digest = `sm3:${'1'.repeat(64)}`;
const authority = { bodyKind: 'finance', district: '110119', postKinds: ['approver'], holds: true } as const;
const standing = { ...authority, organizationVersion: 1 };
const from = (of: string, person: string) =>
  ({
    as: 'finance',
    actor: { body: of, post: 'approver', person },
    facts: { authority: standing, openMatter: null },
  }) as const;

/** A matter at its countersign, drafted by somebody. */
function drafted(by: string): StreamState {
  const act = { type: 'suspendProject', data: { reason: '汛期', until: null }, readRevision: 1 } as const;
  const started = given({ ...noMatter('m') }, 'signoff/m').when(
    'startMatter',
    { title: '关于暂停项目的请示', urgency: 'normal', subject: 'project/p', act, digest },
    {
      as: 'finance',
      actor: { body: 'yq-water', person: by },
      facts: { authority: standing, route, matterSubject, openMatter: null },
    },
  );
  const { after } = started.records('MatterStarted', 'StepOpened');
  const sending = { seat: 'draft#1.0', act: null, digest, round: 1 };
  return given(after)
    .when('submitDraft', sending, from('yq-water', by))
    .records('DraftSubmitted', 'StepPassed', 'StepOpened').after;
}

/** Li of development-reform acts for Zhang of finance, as the record says. */
function forZhang(change: Partial<Delegation> = {}, at = '2026-03-10T02:00:00.000Z', own = body('yq-drc', 'li')) {
  const kept = { ...delegation, ...change };
  const { person, from: begins, to, deputy } = delegation;
  const onBehalfOf = { person, delegation: 'd-1', from: begins, to, own: { body: deputy.body, post: deputy.post } };
  const actor = { body: 'yq-fin', post: 'approver', person: 'li', onBehalfOf };
  const deputyStanding = standingOfDeputy(body('yq-fin', 'zhang', { delegations: [kept] }), own, actor, at);
  return {
    as: 'finance',
    at,
    actor,
    facts: { authority: { ...standing, holds: false, deputy: deputyStanding } },
  } as const;
}
const agreeing = (seat: string) => ({ seat, decision: 'agree', opinion: null, round: 1, documentVersion: 1 }) as const;
const matterOf = ({ subject }: StreamState) => subject as Matter;

describe('a deputy at a sign-off (R-OA-13)', () => {
  const state = drafted('wang');
  const deciding = (acting: ReturnType<typeof forZhang>, of = state) =>
    given(of).when('giveDecision', agreeing('sign#1.0'), acting);

  it('decides for the holder, and both names stay with the vote', () => {
    const { after } = deciding(forZhang()).records('Decided');
    expect(matterOf(after).visits.at(-1)!.said).toMatchObject([
      { by: 'li', onBehalfOf: { person: 'zhang', from: '2026-03-02', to: '2026-03-20' } },
    ]);
    expect(brokenInvariants(matterOf(state), matterOf(after))).toEqual([]);
  });
  it('does so from the first day to the last, and the refusal names the window', () => {
    deciding(forZhang({}, '2026-03-20T15:59:59.999Z')).records('Decided');
    const late = deciding(forZhang({}, '2026-03-20T16:00:00.000Z'));
    late.refuses('R-OA-13');
    expect(late.breaches()[0]).toMatchObject({ need: '代办期间 2026-03-02 至 2026-03-20 之内', found: '2026-03-21' });
    deciding(forZhang({ endedAt: '2026-03-09T02:00:00.000Z' })).refuses('R-OA-13');
  });
  it('does so within the scope alone', () => {
    deciding(forZhang({ matterKinds: ['steering'] })).records('Decided');
    deciding(forZhang({ matterKinds: ['approvalReply'] })).refuses('R-OA-13');
    deciding(forZhang({ withinDistricts: ['110109'] })).refuses('R-OA-13');
  });
  it('does so by the delegation on record, while in office', () => {
    deciding(forZhang({ to: '2026-03-21' })).refuses('R-OA-13');
    deciding(forZhang({ id: 'd-2' })).refuses('R-OA-13');
    deciding(forZhang({}, undefined, body('yq-drc', 'another'))).refuses('R-OA-13');
  });
  it('decides nothing they drafted', () => {
    deciding(forZhang(), drafted('li')).refuses('R-OA-13');
  });
  it('decides once at a step: not for another after their own vote, nor the other way', () => {
    const own = given(state).when('giveDecision', agreeing('sign#1.1'), from('yq-drc', 'li')).records('Decided');
    deciding(forZhang(), own.after).refuses('R-OA-13');
    const acted = deciding(forZhang()).records('Decided').after;
    given(acted).when('giveDecision', agreeing('sign#1.1'), from('yq-drc', 'li')).refuses('R-OA-13');
  });
  it('no seat is given to a post for which nobody is there (R-OA-14)', () => {
    const acting = { ...from('yq-fin', 'zhang') };
    const adding = (signerHeld: boolean) =>
      given(state).when(
        'addSigner',
        {
          seat: 'sign#1.0',
          position: 'assist',
          signer: { body: 'yq-spo', post: 'approver' },
          round: 1,
          documentVersion: 1,
        },
        { ...acting, facts: { ...acting.facts, signerHeld } },
      );
    adding(true).records('SignerAdded');
    adding(false).refuses('R-OA-14');
  });
  it('does not take the seat from its holder', () => {
    given(state).when('giveDecision', agreeing('sign#1.0'), from('yq-fin', 'zhang')).records('Decided');
  });
});
