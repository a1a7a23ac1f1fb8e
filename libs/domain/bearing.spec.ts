import { given } from '../../test/support/given';
import { prepared } from '../../test/support/projects';
import { evolve } from './decider';
import type { Recorded } from './event';
import { bearsOnDecisions } from './generic';
import type { StreamState } from './state';

const standing = (change: Partial<StreamState>): StreamState => ({
  ...given(prepared()).state,
  version: 9,
  substantive: 9,
  bearing: 7,
  ...change,
});
const suspend = { reason: '汛期停工', until: null };

describe('what makes a last signature stale', () => {
  it('is whatever bears on the decision since it was drafted', () => {
    given(standing({})).when('suspendProject', suspend, { readRevision: 7 }).records('ProjectSuspended');
    given(standing({ bearing: 8 }))
      .when('suspendProject', suspend, { readRevision: 7 })
      .refuses('P-STALE');
  });
  it('is not the day’s work that went on meanwhile', () => {
    for (const type of ['AttendanceRecorded', 'CourseRecorded', 'WagePeriodNoted', 'DutiesChanged']) {
      expect(bearsOnDecisions(type)).toBe(false);
    }
    for (const type of ['ProposalRevised', 'ProjectChanged', 'ContractAwarded', 'SentBack', 'CompletionReported']) {
      expect(bearsOnDecisions(type)).toBe(true);
    }
  });
  it('stays for whoever acts without a sign-off all that is new', () => {
    const correction = { version: 1, wrong: 'text:1', corrected: 'text:2' };
    given(standing({})).when('correctEvent', correction, { readRevision: 9 }).records('EventCorrected');
    given(standing({})).when('correctEvent', correction, { readRevision: 7 }).refuses('P-STALE');
  });
  it('follows from the record', () => {
    const happened = (type: string, data: object) =>
      evolve(standing({}), {
        type,
        data,
        version: 10,
        occurredAt: '2026-03-02T02:00:00.000Z',
        backfilled: false,
      } as Recorded);
    expect(happened('ProjectSuspended', suspend)).toMatchObject({ substantive: 10, bearing: 10 });
    const noted = { segmentId: 's1', period: '2026-03' };
    expect(happened('WagePeriodNoted', noted)).toMatchObject({ substantive: 10, bearing: 7 });
  });
});
