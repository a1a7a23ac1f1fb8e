import { fieldLabel } from '#labels/zh/fields';
import { valueLabel } from '#labels/zh/terms';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { Fields } from './Fields';
import { Group } from './Group';
import { initialOf } from './spec';
import { textOf } from './use-control';
import { fieldId, join } from './values';

/** One of several forms of a thing, told apart by one of its fields. */
export function VariantsField({ path, name, spec, label }: FieldProps) {
  const form = useForm();
  if (spec.kind !== 'variants') return null;
  const { tag, variants } = spec;
  const chosen = textOf(valueAt(form, join(path, tag))) || (variants[0]?.value ?? '');
  const variant = variants.find(({ value }) => value === chosen) ?? variants[0];
  const id = fieldId(join(path, `${tag}-choice`));
  const choose = (value: string) => {
    const next = variants.find((one) => one.value === value);
    if (next) form.set(path, initialOf(next.spec));
  };
  return (
    <Group path={path} name={name} {...(label && { label })}>
      <div className="field">
        <label htmlFor={id}>{fieldLabel(tag)}</label>
        <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
          {variants.map(({ value }) => (
            <option key={value} value={value}>
              {valueLabel(value, tag) ?? value}
            </option>
          ))}
        </select>
      </div>
      {variant && <Fields path={path} spec={variant.spec} />}
    </Group>
  );
}
