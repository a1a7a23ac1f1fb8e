import { civilDateOf } from '../calendar';
import type { Evolvers, Recorded } from '../event';
import { answered, closed, objected, opened, withdrawn, type Posting } from '../posting/posting';
import type { Change, PlanEvents } from './messages';
import type { Entry, EntryContent, Plan } from './plan';

type By = Pick<Recorded, 'version'>;

const withEntry = (plan: Plan, id: string, change: Partial<Entry>, { version: revision }: By): Plan => ({
  ...plan,
  entries: plan.entries.map((entry) => (entry.id === id ? { ...entry, ...change, revision } : entry)),
});

const entered = (
  plan: Plan,
  entry: EntryContent & { id: string; changedIn: number },
  { version: revision }: By,
): Plan => ({
  ...plan,
  entries: [...plan.entries, { ...entry, paused: false, removed: false, revision }],
});

/** An approved change makes the list's next version. */
const changed = (
  plan: Plan,
  { data: { id, version }, ...by }: By & { data: Change },
  change: Partial<Entry>,
): Plan => ({
  ...withEntry(plan, id, { ...change, changedIn: version }, by),
  version,
});

/** One more draft: what hung out before is another one. */
const redrawn = (plan: Plan): Plan => ({ ...plan, draft: plan.draft + 1 });

const withPosting = (plan: Plan, change: (posting: Posting) => Posting): Plan => ({
  ...plan,
  posting: plan.posting && change(plan.posting),
});

export const evolvePlan: Evolvers<Plan, PlanEvents> = {
  PlanDrawnUp: (plan, { data: { leads, ...purpose } }) => ({
    ...plan,
    ...purpose,
    leads,
    exists: true,
    status: 'drafting',
    draft: 1,
  }),
  PlanRevised: (plan, { data }) => redrawn({ ...plan, ...data }),
  EntryDrafted: (plan, event) => redrawn(entered(plan, { ...event.data, changedIn: 0 }, event)),
  EntryRedrafted: (plan, event) => redrawn(withEntry(plan, event.data.id, event.data, event)),
  EntryDropped: (plan, event) => redrawn(withEntry(plan, event.data.id, { removed: true }, event)),

  PostingOpened: (plan, event) => ({ ...plan, status: 'posted', posting: opened(event) }),
  ObjectionRaised: (plan, event) => withPosting(plan, (posting) => objected(posting, event)),
  ObjectionAnswered: (plan, event) => withPosting(plan, (posting) => answered(posting, event)),
  PostingClosed: (plan, event) => withPosting(plan, (posting) => closed(posting, event)),

  PlanSubmitted: (plan) => ({ ...plan, status: 'submitted' }),
  PlanReopened: (plan) => ({ ...withPosting(plan, withdrawn), status: 'drafting' }),
  PlanApproved: (plan, { data: { version }, occurredAt }) => ({
    ...plan,
    status: 'approved',
    version,
    approvedOn: civilDateOf(occurredAt),
  }),

  EntryAdded: (plan, event) => {
    const { version, reason: _, ...entry } = event.data;
    return { ...entered(plan, { ...entry, changedIn: version }, event), version };
  },
  EntryChanged: (plan, event) => {
    const { id: _, version: __, reason: ___, ...content } = event.data;
    return changed(plan, event, content);
  },
  EntryPaused: (plan, event) => changed(plan, event, { paused: true }),
  EntryResumed: (plan, event) => changed(plan, event, { paused: false }),
  EntryRemoved: (plan, event) => changed(plan, event, { removed: true }),
};
