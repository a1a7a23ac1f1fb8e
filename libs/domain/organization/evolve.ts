import type { Evolvers } from '../event';
import type { OrganizationEvents } from './messages';
import type { Organization, Post } from './organization';

const withPost = (organization: Organization, id: string, change: (post: Post) => Post): Organization => ({
  ...organization,
  posts: organization.posts.map((post) => (post.id === id ? change(post) : post)),
});

const ended = <W extends { id: string; endedAt: string | null }>(windows: readonly W[], id: string, at: string): W[] =>
  windows.map((window) => (window.id === id ? { ...window, endedAt: at } : window));

export const evolveOrganization: Evolvers<Organization, OrganizationEvents> = {
  BodyRegistered: (organization, { data }) => ({ ...organization, ...data, exists: true }),
  PostCreated: (organization, { data: { postId, name, kind } }) => ({
    ...organization,
    posts: [...organization.posts, { id: postId, name, kind, holders: [] }],
  }),
  HolderAppointed: (organization, { data: { postId, ...holding } }) =>
    withPost(organization, postId, (post) => ({ ...post, holders: [...post.holders, holding] })),
  AppointmentEnded: (organization, { data: { postId, person, lastDay } }) =>
    withPost(organization, postId, (post) => ({
      ...post,
      holders: post.holders.map((held) =>
        held.person === person && (held.to === null || held.to > lastDay) ? { ...held, to: lastDay } : held,
      ),
    })),
  PostDelegated: (organization, { data: { delegation: id, ...data } }) => ({
    ...organization,
    delegations: [...organization.delegations, { id, ...data, endedAt: null }],
  }),
  DelegationEnded: (organization, { data: { delegation }, occurredAt }) => ({
    ...organization,
    delegations: ended(organization.delegations, delegation, occurredAt),
  }),
  AbsenceRecorded: (organization, { data: { absence: id, ...data } }) => ({
    ...organization,
    absences: [...organization.absences, { id, ...data, endedAt: null }],
  }),
  AbsenceEnded: (organization, { data: { absence }, occurredAt }) => ({
    ...organization,
    absences: ended(organization.absences, absence, occurredAt),
  }),
  LeaderNamed: (organization, { data: leader }) => ({ ...organization, leader }),
  MechanismEstablished: (organization, { data: mechanism }) => ({ ...organization, mechanism }),
  LaborMechanismEstablished: (organization, { data: laborMechanism }) => ({ ...organization, laborMechanism }),
  LaborSurveyed: (organization, { data: survey }) => ({ ...organization, surveys: [...organization.surveys, survey] }),
  GuidanceRecorded: (organization) => ({ ...organization, guidance: organization.guidance + 1 }),
};
