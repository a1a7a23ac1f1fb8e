import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import { newSegment, type Project } from '../project';
import type { MaintenanceEvents } from './messages';
import type { Maintenance } from './state';

const withMaintenance = (project: Project, change: Partial<Maintenance>): Project => ({
  ...project,
  maintenance: { ...project.maintenance, ...change },
});

export const evolveMaintenance: Evolvers<Project, MaintenanceEvents> = {
  HandedOver: (project, { data, occurredAt }) =>
    withMaintenance(project, { handover: { ...data, on: civilDateOf(occurredAt) } }),
  UpkeepSegmentOpened: (project, { data: { segment, throughYear } }) => ({
    ...withMaintenance(project, { throughYear: Math.max(throughYear, project.maintenance.throughYear ?? 0) }),
    segments: [...project.segments, { ...newSegment(segment), stage: 'mobilization' }],
  }),
  UpkeepPostsOffered: (project, { data: { segmentId, workers, toBuilders } }) =>
    withMaintenance(project, {
      offers: project.maintenance.offers + workers.length,
      offersToBuilders: project.maintenance.offersToBuilders + toBuilders,
      offeredIn: [...new Set([...project.maintenance.offeredIn, segmentId])],
    }),
  UpkeepContinued: (project, { data }) => withMaintenance(project, { throughYear: data.year }),
  ProjectClosed: (project, { occurredAt }) => ({
    ...withMaintenance(project, { closedOn: civilDateOf(occurredAt) }),
    status: 'closed',
  }),
};
