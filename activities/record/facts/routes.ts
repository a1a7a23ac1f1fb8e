import type { CommandData } from '#domain/registry';
import { checkerOf } from '#domain/parties';
import type { Project } from '#domain/project';
import { levelOf, routeInForce, settled, type HeldPost, type Subject } from '#domain/signoff/find-route';
import { handsOf } from '#domain/organization/delegation';
import type { Matter } from '#domain/signoff/matter';
import { matterKindOf } from '#domain/signoff/matter-acts';
import { keyOfOwner } from '#domain/signoff/route';
import type { DatedRoute } from '#domain/signoff/route-plan';
import { decidedAbout } from '#domain/signoff/under-way';
import { originalApprover } from '#domain/steering/change';
import { keyOf, kindOf, projectStream, type StreamId } from '#domain/stream';
import { checkersOf } from '#domain/wages/employers';
import type { WagePeriod } from '#domain/wages/period';
import type { Readers, Reading } from './fact-readers';

const dataOf = ({ command }: Reading): CommandData<'startMatter'> => command.data as CommandData<'startMatter'>;

/** What the matter decides about: a project, a project's pay period, or a stream of a district. */
async function matterSubject(reading: Reading): Promise<Subject> {
  const { tx, log } = reading;
  const stream = dataOf(reading).subject as StreamId;
  const { version, subject } = await log.state(tx, stream);
  const exists = version > 0;
  if (kindOf(stream) === 'wages') {
    const project = (await log.state(tx, projectStream(keyOf(stream).split('/')[0]!))).subject as Project;
    const { district, parties } = project;
    return { exists, district, parties, checkers: checkersOf(subject as WagePeriod), approver: null };
  }
  const { district = '', parties = null } = subject as Partial<Pick<Project, 'district' | 'parties'>>;
  const approver = kindOf(stream) === 'project' ? originalApprover(subject as Project) : null;
  return { exists, district, parties, checkers: parties ? [checkerOf(parties)] : [], approver };
}

/**
 * Posts held on the day, or acted for where they are vacant, in the subject's district, in the city, in the drafting body, and in the bodies
 * a route names.
 */
const heldPosts = ({ tx, on, command }: Reading, district: string, named: readonly string[]): Promise<HeldPost[]> =>
  tx.query<HeldPost[]>(
    `select distinct body.kind as office, body.district, post.body_id as body, post.kind as post, post.post_id as "postId", post.person
       from (select body_id, post_id, kind, person, from_on, to_on from read.post
             union all
             select body_id, post_id, post_kind, deputy_person, from_on, to_on from read.delegation
              where person is null and (ended_at is null or ended_at > $4)) post
       join read.body body using (body_id)
      where (body.district in ($1, '110000') or post.body_id = any($2))
        and post.from_on <= $3 and (post.to_on is null or post.to_on >= $3)
      order by post.body_id, post.post_id`,
    [district, [command.actor.body, ...named], on, command.at],
  );

const bodiesNamed = (routes: readonly DatedRoute[]): string[] =>
  routes.flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ signers }) => signers.flatMap((one) => (one.by === 'body' ? [one.body] : []))),
  );

export const routeReaders: Readers<'route' | 'matterSubject' | 'openMatter' | 'hands'> = {
  matterSubject,

  async openMatter({ tx, state, command }) {
    const { subject, act, drafter } = state.subject as Matter;
    const drafted = command.data as Partial<CommandData<'startMatter'>>;
    const aimed = {
      subject: drafted.subject ?? subject,
      act: drafted.act ?? act!,
      body: drafter.owner.body || command.actor.body,
    };
    const [other] = await tx.query<{ title: string }[]>(
      `select coalesce(title, holder) as title from log.claim left join read.matter on read.matter.stream_id = holder
        where kind = 'openMatter' and key = $1 and holder <> $2`,
      [decidedAbout(aimed), command.stream],
    );
    return other?.title ?? null;
  },

  async hands({ tx, state, command, references }) {
    const { route } = state.subject as Matter;
    if ((route.dedupe ?? 'none') === 'none') return {};
    const owners = Object.values(route.steps).flatMap(({ signers }) => signers);
    const hands: Record<string, readonly string[]> = {};
    for (const owner of owners) {
      const { organization } = await references.organization(tx, owner.body);
      hands[keyOfOwner(owner)] ??= handsOf(organization, owner.post, command.at);
    }
    return hands;
  },

  async route(reading) {
    const { tx, on, references } = reading;
    const { act } = dataOf(reading);
    const subject = await matterSubject(reading);
    const { own, beijing } = await references.rulebooks(tx, subject.district);
    const scopes = [own.routes, beijing.routes];
    const held = await heldPosts(reading, subject.district, bodiesNamed(scopes.flat()));
    const standing = { subject, drafter: reading.command.actor, held };
    return settled(routeInForce(matterKindOf[act.type], levelOf(standing), on, scopes), standing);
  },
};
