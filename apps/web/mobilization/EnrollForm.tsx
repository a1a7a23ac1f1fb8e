import { CommandForm, type CommandFormProps } from '../forms/CommandForm';
import { Fields } from '../forms/Fields';
import { specOf } from '../forms/spec';
import { Enrolling } from './Enrolling';

/** Workers are registered by name first, which gives a reference; the enrolment carries references alone. @rule R-ROST-13 */
export function EnrollForm(props: CommandFormProps) {
  const spec = specOf('enrollWorkers');
  return (
    <CommandForm {...props}>
      <Fields path="" spec={spec} only={['segmentId', 'on', 'through', 'applicants', 'priorityApplicants']} />
      <Enrolling />
    </CommandForm>
  );
}
