import { civilDateOf } from '../calendar';
import type { Evolvers, Recorded } from '../event';
import { answered, closed, objected, opened, withdrawn, type Posting } from '../posting/posting';
import type { Change, PlanEvents } from './messages';
import type { Issued } from './issue';
import type { Entry, EntryContent, Plan, PlanDocument } from './plan';

type By = Pick<Recorded, 'version'>;

/** What went out with an act, where something did. */
const withDocument = (plan: Plan, kind: PlanDocument['kind'], { issued }: { issued?: Issued }): Plan =>
  issued ? { ...plan, documents: withIssued(plan, kind, issued) } : plan;

function withIssued({ documents, version }: Plan, kind: PlanDocument['kind'], { replaces, ...issued }: Issued) {
  const before = documents.map((one) =>
    one.number === replaces?.number ? { ...one, replacedBy: issued.number } : one,
  );
  return [...before, { kind, ...issued, listVersion: version, voided: false }];
}

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
  { data: { id, version, ...more }, ...by }: By & { data: Change },
  change: Partial<Entry>,
): Plan => withDocument({ ...withEntry(plan, id, { ...change, changedIn: version }, by), version }, 'planChange', more);

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
  PlanApproved: (plan, { data, occurredAt }) =>
    withDocument(
      { ...plan, status: 'approved', version: data.version, approvedOn: civilDateOf(occurredAt) },
      'annualPlan',
      data,
    ),
  PlanDocumentIssued: (plan, { data }) => withDocument(plan, 'annualPlan', data),
  PlanDocumentVoided: (plan, { data: { number } }) => ({
    ...plan,
    documents: plan.documents.map((one) => (one.number === number ? { ...one, voided: true } : one)),
  }),

  EntryAdded: (plan, event) => {
    const { version, reason: _, issued: __, ...entry } = event.data;
    return withDocument(
      { ...entered(plan, { ...entry, changedIn: version }, event), version },
      'planChange',
      event.data,
    );
  },
  EntryChanged: (plan, event) => {
    const { id: _, version: __, reason: ___, issued: ____, ...content } = event.data;
    return changed(plan, event, content);
  },
  EntryPaused: (plan, event) => changed(plan, event, { paused: true }),
  EntryResumed: (plan, event) => changed(plan, event, { paused: false }),
  EntryRemoved: (plan, event) => changed(plan, event, { removed: true }),
};
