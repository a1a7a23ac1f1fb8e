import { useEffect, useMemo, type ReactNode } from 'react';
import { definitionOf, type CommandType } from '#domain/registry';
import { commandLabel } from '#labels/zh/commands';
import { ClauseTag } from '../parts/ClauseTag';
import { checked } from './check';
import { Fields } from './Fields';
import { FormFrame } from './FormFrame';
import { initialOf, specOf } from './spec';
import { useFilling, type FillingProps } from './use-filling';

export interface CommandFormProps extends Pick<
  FillingProps,
  'stream' | 'project' | 'substantive' | 'named' | 'ordered' | 'onDone'
> {
  type: CommandType;
  /** fields known from where the form was opened */
  preset?: Readonly<Record<string, unknown>>;
  /** other fields than the generated ones */
  children?: ReactNode;
  after?: ReactNode;
}

/** The form of any command: fields from its schema, checked by the same schema. */
export function CommandForm({ type, preset, children, after, ...props }: CommandFormProps) {
  const spec = useMemo(() => specOf(type), [type]);
  const filling = useFilling({
    ...props,
    name: `${props.stream}.${type}`,
    initial: () => Object.assign({}, initialOf(spec), preset),
    drawn: (filled) => ({ type, ...checked(type, filled) }),
  });
  useEffect(() => {
    document.title = `${commandLabel(type)} · 以工`;
  }, [type]);
  return (
    <FormFrame label={commandLabel(type)} filling={filling} type={type} head={<Basis type={type} />} after={after}>
      {children ?? <Fields path="" spec={spec} />}
      {spec.kind === 'object' && spec.fields.length === 0 && <p>无需填写。核对后提交即为办理。</p>}
    </FormFrame>
  );
}

const Basis = ({ type }: { type: CommandType }) => (
  <p className="basis">
    依据 <ClauseTag clause={definitionOf(type).clause} />
  </p>
);
