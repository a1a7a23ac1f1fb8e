import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import type { Project } from '../project';
import type { AcceptanceEvents } from './messages';
import type { Acceptance } from './state';

const withAcceptance = (project: Project, change: Partial<Acceptance>): Project => ({
  ...project,
  acceptance: { ...project.acceptance, ...change },
});

export const evolveAcceptance: Evolvers<Project, AcceptanceEvents> = {
  AcceptanceFilePrepared: (project, { data, occurredAt }) =>
    withAcceptance(project, {
      file: { ...data, preparedOn: civilDateOf(occurredAt) },
      editions: data.edition,
      signatures: [],
      signedOn: null,
    }),
  AcceptanceSigned: (project, { data, actor, occurredAt }) => {
    if (data.verdict === 'unqualified') return withAcceptance(project, { file: null, signatures: [], signedOn: null });
    const on = civilDateOf(occurredAt);
    const signature = { body: data.body, person: actor.person, on, opinion: data.opinion };
    return withAcceptance(project, {
      signatures: [...project.acceptance.signatures, signature],
      signedOn: data.complete ? on : null,
    });
  },
  AcceptanceFiled: (project, { data, occurredAt }) => ({
    ...withAcceptance(project, { filedOn: civilDateOf(occurredAt), filingNumber: data.number }),
    phase: 'maintenance',
  }),
};
