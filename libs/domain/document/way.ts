import { isSystem, type Actor } from '../actor';
import type { Recorded } from '../event';
import type { Instant } from '../instant';
import { currentVisit, standingOf, type Matter, type Visit } from '../signoff/matter';
import { draftStep, stepsIn } from '../signoff/route';
import { openSeats } from '../signoff/tally';
import type { OfficialDocument } from './document';

/** One stretch of a document's way: what it is, whether it lies behind, and who did it or owes it. */
export interface Stretch {
  name: string;
  standing: 'done' | 'now' | 'ahead';
  /** when it was done, or since when it waits */
  at: Instant | null;
  by: readonly { body: string; person: string | null }[];
}

/** 核稿、会签、签发 while no route is chosen yet. */
const signingAhead = ['核稿', '会签', '签发'];

/** What the organ's office does with it, each with the standing in which it is owed. */
const afterSigning = [
  { type: 'DocumentNumbered', name: '编号', owed: 'draft' },
  { type: 'DocumentSealed', name: '用印', owed: 'numbered' },
  { type: 'DocumentSent', name: '送达', owed: 'sealed' },
  { type: 'DocumentArchived', name: '归档', owed: 'sent' },
] as const;

/** What takes a document out of force. */
const ends: Partial<Record<OfficialDocument['status'], { type: string; name: string }>> = {
  revoked: { type: 'DocumentRevoked', name: '作废' },
  superseded: { type: 'DocumentSuperseded', name: '被代替' },
};

/**
 * 起草 → 核稿、会签、签发 (the steps of its matter's route) → 编号 → 用印 → 送达 → 归档. What a document that is void, or was replaced, never came to is left out.
 * @param matter the sign-off it is in or was issued by; one that ended without an issue leads nowhere
 * @rule R-DOC-13
 */
export function wayOf(document: OfficialDocument, events: readonly Recorded[], matter: Matter | null): Stretch[] {
  const issued = document.issued !== null;
  const submitted = matter !== null && currentVisit(matter, draftStep)?.status === 'passed';
  const drawn = events.findLast(({ type }) => type === 'DocumentDrafted' || type === 'DocumentRevised');
  const draft: Stretch = {
    name: '起草',
    standing: issued || submitted ? 'done' : 'now',
    at: drawn?.occurredAt ?? null,
    by: drawn ? [partyOf(drawn.actor)] : [],
  };
  const stretches = [draft, ...signing(document, matter), ...office(document, events, matter)];
  const end = ends[document.status];
  if (!end) return stretches;
  const ended = events.find(({ type }) => type === end.type);
  return [
    ...stretches.filter(({ standing }) => standing === 'done'),
    { name: end.name, standing: 'done', at: ended?.occurredAt ?? null, by: [{ body: document.organ, person: null }] },
  ];
}

const partyOf = ({ body, person }: Actor): Stretch['by'][number] => ({ body, person });

function signing({ organ, issued }: OfficialDocument, matter: Matter | null): Stretch[] {
  if (matter)
    return stepsIn(matter.route.flow)
      .filter((step) => step !== draftStep)
      .map((step) => stepOf(matter, step));
  // a post may issue by its own authority what was signed on paper
  if (issued) return [{ name: '签发', standing: 'done', at: null, by: [{ body: organ, person: null }] }];
  return signingAhead.map((name) => ({ name, standing: 'ahead', at: null, by: [] }));
}

function stepOf(matter: Matter, step: string): Stretch {
  const { name, signers } = matter.route.steps[step]!;
  const visit = currentVisit(matter, step);
  if (visit?.status === 'passed') return { name, standing: 'done', ...signedAt(visit) };
  if (visit?.status !== 'active')
    return { name, standing: 'ahead', at: null, by: signers.map(({ body }) => ({ body, person: null })) };
  const owed = openSeats(matter).filter(({ id }) => visit.seats.some((seat) => seat.id === id));
  return { name, standing: 'now', at: null, by: owed.map(({ owner }) => ({ body: owner.body, person: null })) };
}

function signedAt(visit: Visit): Pick<Stretch, 'at' | 'by'> {
  const signed = visit.seats.flatMap((seat) => {
    const said = standingOf(visit, seat.id);
    return said ? [{ body: seat.owner.body, person: said.by, at: said.at }] : [];
  });
  return {
    at:
      signed
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? null,
    by: signed.map(({ body, person }) => ({ body, person })),
  };
}

function office({ status, organ }: OfficialDocument, events: readonly Recorded[], matter: Matter | null): Stretch[] {
  const own = { body: organ, person: null };
  return afterSigning.map(({ type, name, owed }) => {
    const done = events.find((event) => event.type === type);
    if (done)
      return { name, standing: 'done', at: done.occurredAt, by: [isSystem(done.actor) ? own : partyOf(done.actor)] };
    // the number follows from the last signature
    const now = status === owed && (owed !== 'draft' || matter?.status === 'agreed');
    return { name, standing: now ? 'now' : 'ahead', at: null, by: [own] };
  });
}
