import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import { withSegment, type Project, type Segment } from '../project';
import type { MobilizationEvents } from './messages';
import type { Mobilization } from './state';

const mobilized = (
  project: Project,
  segmentId: string,
  change: (mobilization: Mobilization) => Partial<Mobilization>,
): Project =>
  withSegment(project, segmentId, (segment): Segment => ({
    ...segment,
    mobilization: { ...segment.mobilization, ...change(segment.mobilization) },
  }));

const added = (
  taken: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.entries(more).reduce<Record<string, number>>(
    (sum, [id, count]) => ({ ...sum, [id]: (sum[id] ?? 0) + count }),
    { ...taken },
  );

export const evolveMobilization: Evolvers<Project, MobilizationEvents> = {
  MobilizationOpened: (project, { data: { segmentId, mechanismId, surveyId, surveyedOn } }) =>
    mobilized(project, segmentId, () => ({ basis: { mechanismId, surveyId, surveyedOn } })),
  PostsPublished: (project, { data, occurredAt }) =>
    mobilized(project, data.segmentId, ({ posts, publishedOn }) => ({
      posts: [...posts, ...data.posts],
      publishedOn: publishedOn ?? civilDateOf(occurredAt),
    })),
  WorkersEnrolled: (project, { data, rows }) =>
    mobilized(project, data.segmentId, ({ enrolled, placesTaken }) => ({
      enrolled: enrolled + (rows?.count ?? 0),
      placesTaken: added(placesTaken, data.byPost),
    })),
  AgreementsSigned: (project, { data, rows }) =>
    mobilized(project, data.segmentId, ({ agreed }) => ({ agreed: agreed + (rows?.count ?? 0) })),
  WorkerWithdrawn: (project, { data }) =>
    mobilized(project, data.segmentId, ({ enrolled, agreed, left, placesTaken }) => ({
      enrolled: enrolled - 1,
      agreed: data.agreed ? agreed - 1 : agreed,
      left: left + 1,
      placesTaken: added(placesTaken, { [data.postId]: -1 }),
    })),
  PayChannelReadied: (project, { data }) =>
    mobilized(project, data.segmentId, ({ laborPayOfficer }) => ({
      payChannel: { kind: data.kind, bank: data.bank, openedOn: data.openedOn },
      laborPayOfficer: laborPayOfficer || data.laborPayOfficerPost !== null,
    })),
  InsuranceRecorded: (project, { data }) => mobilized(project, data.segmentId, () => ({ insuredFrom: data.from })),
  RosterChecked: (project, { data }) =>
    mobilized(project, data.segmentId, ({ rosterChecks }) => ({ rosterChecks: rosterChecks + 1 })),
  RosterConfirmed: (project, { data, occurredAt }) =>
    withSegment(
      mobilized(project, data.segmentId, () => ({ confirmedOn: civilDateOf(occurredAt) })),
      data.segmentId,
      (segment) => ({ ...segment, stage: 'training' }),
    ),
};
