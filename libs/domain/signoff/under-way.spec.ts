import { routeOf, started, step, submitted } from '../../../test/support/told';
import type { Matter } from './matter';
import { claimsOn, decidedAbout } from './under-way';

const about = (type: string, data: object, body = 'yq-drc') =>
  decidedAbout({ subject: 'project/p', act: { type, data, readRevision: 1 } as never, body });
const route = routeOf({ a: step(['x'], 'all', 'end') });
const keys = (before: Matter, after: Matter) => {
  const { claims, releases } = claimsOn('signoff/m', before, after);
  return { claims: claims.map(({ key }) => key), releases: releases.map(({ key }) => key) };
};
const suspending = 'project/p#suspendProject';

describe('what a matter decides about', () => {
  it('is the act on its subject; each fund line, entry or segment by itself', () => {
    expect(about('suspendProject', { reason: 'a' })).toBe(about('suspendProject', { reason: 'b' }));
    expect(about('suspendProject', {})).not.toBe(about('cancelProject', {}));
    const [line1, line2] = ['f1', 'f2'].map((fundLineId) => about('issueFundAllocation', { fundLineId }));
    expect(line1).not.toBe(line2);
    expect(about('pauseEntry', { entryId: 'e1' })).not.toBe(about('pauseEntry', { entryId: 'e2' }));
    expect(about('addEntry', { entry: { project: 'p1', name: 'n' } })).not.toBe(
      about('addEntry', { entry: { project: 'p2', name: 'n' } }),
    );
  });
  it('is each body’s own signature at an acceptance, and one reply whoever draws it up', () => {
    expect(about('signAcceptance', {}, 'town')).not.toBe(about('signAcceptance', {}, 'water'));
    expect(about('issueApprovalReply', {}, 'drc')).toBe(about('issueApprovalReply', {}, 'water'));
  });
  it('is held from the start, and given back at every end', () => {
    const { matter } = submitted(route);
    expect(keys({ ...matter, status: 'none' }, matter)).toEqual({ claims: [suspending], releases: [] });
    expect(keys(matter, matter)).toEqual({ claims: [], releases: [] });
    for (const status of ['agreed', 'refused', 'withdrawn'] as const) {
      expect(keys(matter, { ...matter, status })).toEqual({ claims: [], releases: [suspending] });
    }
  });
  it('is exchanged where its act is drawn up as another', () => {
    const { matter } = started(route);
    const act = { type: 'resumeProject', data: { reason: 'x' }, readRevision: 1 } as const;
    expect(keys(matter, { ...matter, act })).toEqual({
      claims: ['project/p#resumeProject'],
      releases: [suspending],
    });
  });
  it('stays on the route the matter walks: an act of another kind is a matter of its own', () => {
    const matter = started(route);
    const sending = (type: string, data: object) => ({
      seat: 'draft#1.0',
      act: { type, data, readRevision: 1 },
      digest: 'sm3:1',
      round: 1,
    });
    const resuming = sending('resumeProject', { reason: 'x' });
    expect(matter.act('owner', 'submitDraft', resuming, 'clerk').matter.act?.type).toBe('resumeProject');
    matter.refuses('owner', 'submitDraft', sending('completeApproval', {}), 'P-ORDER');
  });
});
