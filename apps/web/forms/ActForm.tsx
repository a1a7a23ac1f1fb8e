import { lazy, Suspense, type ComponentType } from 'react';
import type { Project } from '#domain/project';
import { isCountersigned, type CommandType } from '#domain/registry';
import { useMe } from '../shell/session';
import { Loading } from '../parts/States';
import { CommandForm, type CommandFormProps } from './CommandForm';

/** Forms made by hand, where a person needs more than the schema's fields in a row. */
const byHand: Partial<Record<CommandType, ComponentType<CommandFormProps>>> = {
  proposeProject: lazy(async () => ({ default: (await import('../planning/ProposalForm')).ProposalForm })),
  reviseProposal: lazy(async () => ({ default: (await import('../planning/ProposalForm')).ProposalForm })),
  listProject: lazy(async () => ({ default: (await import('../plan/ListedByPlan')).ListedByPlan })),
  enrollWorkers: lazy(async () => ({ default: (await import('../mobilization/EnrollForm')).EnrollForm })),
};

/** What an office countersigns begins a matter. */
const StartMatter = lazy(async () => ({
  default: (await import('../signoff/StartMatter')).StartMatter as ComponentType<CommandFormProps>,
}));

/** What the project says already, so that nobody types it: the file that lies before those who sign. */
const known: Partial<Record<CommandType, (project: Project) => Readonly<Record<string, unknown>>>> = {
  signAcceptance: ({ acceptance: { file } }) => (file ? { edition: file.edition } : {}),
  changeProject: ({ segments }) => ({
    segments: segments
      .filter(({ construction }) => construction.completedOn === null)
      .map(({ id, name, codes, village, plannedPosts, plannedLaborPayFen }) => ({
        segmentId: id,
        name,
        codes,
        village,
        plannedPosts,
        plannedLaborPayFen,
      })),
  }),
};

/** The form of a command: the one made by hand where there is one, else made from the schema. */
export function ActForm(props: CommandFormProps) {
  const { type, project, stream, preset } = props;
  const { posts } = useMe();
  const countersigned = posts.some(({ bodyKind }) => isCountersigned(type, bodyKind));
  const Form = byHand[type] ?? (countersigned ? StartMatter : CommandForm);
  return (
    <Suspense fallback={<Loading />}>
      <Form
        key={`${stream}.${type}`}
        {...props}
        preset={{ ...(project && known[type]?.(project.project)), ...preset }}
      />
    </Suspense>
  );
}
