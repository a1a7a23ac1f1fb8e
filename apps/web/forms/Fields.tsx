import { useForm } from './context';
import type { Spec } from './spec';
import type { Path } from './values';

/** All fields of an object, in the order of its schema. */
export function Fields({ path, spec, only }: { path: Path; spec: Spec; only?: readonly string[] }) {
  const { Field } = useForm();
  if (spec.kind !== 'object') return null;
  return spec.fields
    .filter(({ name }) => only === undefined || only.includes(name))
    .map(({ name, spec: inner, required }) => (
      <Field key={name} path={path === '' ? name : `${path}.${name}`} name={name} spec={inner} required={required} />
    ));
}
