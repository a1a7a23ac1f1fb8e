import type { Claim, Breach } from '../rules';
import type { StreamId } from '../stream';
import type { Matter } from './matter';
import { ofEachParty, type MatterAct } from './matter-acts';
import { refusal } from './rules';

/** What a matter would do, to which stream, drawn up by which body. */
interface Aimed {
  subject: string;
  act: MatterAct;
  body: string;
}

/** What an act names as its object within its subject, e.g. one fund line of a project's: each is decided about by itself. */
interface Named {
  fundLineId?: string;
  segmentId?: string | null;
  entryId?: string;
  command?: string;
  entry?: { project?: string | null; name?: string };
}

/** What is decided about, as a key: a matter under way holds it until its end, so that no two ever decide one thing. */
export function decidedAbout({ subject, act: { type, data }, body }: Aimed): string {
  const { fundLineId, segmentId, entryId, entry, command } = data as Named;
  const own = ofEachParty.includes(type) ? body : undefined;
  const object = command ?? fundLineId ?? segmentId ?? entryId ?? entry?.project ?? entry?.name ?? own;
  return [subject, type, ...(object === undefined ? [] : [object])].join('#');
}

/** @param title of the other matter about the same; null where there is none */
export const underWayAlready = (title: string | null): Breach[] =>
  title === null
    ? []
    : refusal('P-ONCE', '没有在办的同一事项', `“${title}”正在办理`, '在该事项中办理，或待其办结、撤销后再发起');

/** What a matter takes and gives back: taken at the start, exchanged where its act becomes another, given back at its end. */
export function claimsOn(stream: StreamId, before: Matter, after: Matter): { claims: Claim[]; releases: Claim[] } {
  const [had, has] = [held(stream, before), held(stream, after)];
  const without = (some: Claim[], others: Claim[]) => some.filter(({ key }) => !others.some((one) => one.key === key));
  return { claims: without(has, had), releases: without(had, has) };
}

const held = (holder: StreamId, { status, subject, act, drafter }: Matter): Claim[] =>
  status === 'open' && act
    ? [{ kind: 'openMatter', key: decidedAbout({ subject, act, body: drafter.owner.body }), holder }]
    : [];
