import { lazy, Suspense, type ComponentType } from 'react';
import type { CommandType } from '#domain/registry';
import { Loading } from '../parts/States';
import { CommandForm, type CommandFormProps } from './CommandForm';

/** Forms made by hand, where a person needs more than the schema's fields in a row. */
const byHand: Partial<Record<CommandType, ComponentType<CommandFormProps>>> = {
  proposeProject: lazy(async () => ({ default: (await import('../planning/ProposalForm')).ProposalForm })),
  reviseProposal: lazy(async () => ({ default: (await import('../planning/ProposalForm')).ProposalForm })),
  enrollWorkers: lazy(async () => ({ default: (await import('../mobilization/EnrollForm')).EnrollForm })),
};

/** The form of a command: the one made by hand where there is one, else made from the schema. */
export function ActForm(props: CommandFormProps) {
  const Form = byHand[props.type] ?? CommandForm;
  return (
    <Suspense fallback={<Loading />}>
      <Form key={`${props.stream}.${props.type}`} {...props} />
    </Suspense>
  );
}
