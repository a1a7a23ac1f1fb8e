import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import type { Project } from '../project';
import { asChanged } from './change';
import type { SteeringEvents } from './messages';
import { sentBack } from './send-back';
import type { Steering } from './state';

const steered = (project: Project, change: Partial<Steering>): Project => ({
  ...project,
  steering: { ...project.steering, ...change },
});

export const evolveSteering: Evolvers<Project, SteeringEvents> = {
  ProjectSuspended: (project, { occurredAt }) =>
    steered({ ...project, status: 'suspended' }, { suspendedOn: civilDateOf(occurredAt) }),
  ProjectResumed: (project) => steered({ ...project, status: 'active' }, { suspendedOn: null }),
  SentBack: (project, { data: { to, segmentId, reopen } }) =>
    steered(sentBack(project, to, segmentId, reopen), { sentBack: project.steering.sentBack + 1 }),
  ProjectCancelled: (project) => ({ ...project, status: 'cancelled' }),
  RuleOverridden: (project, { data: { id, matter, command, segmentId, rules, until } }) =>
    steered(project, {
      overridden: project.steering.overridden + 1,
      overrides: [...project.steering.overrides, { id, matter, command, segmentId, rules, until }],
    }),
  OverrideUsed: (project, { data: { override } }) =>
    steered(project, { overrides: project.steering.overrides.filter(({ id }) => id !== override) }),
  ProjectChanged: (project, { data }) => asChanged(project, data),
  EventCorrected: (project, { data: { version }, occurredAt }) =>
    steered(project, {
      corrections: [...project.steering.corrections, { version, on: civilDateOf(occurredAt) }],
    }),
};
