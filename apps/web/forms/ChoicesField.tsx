import { valueLabel } from '#labels/zh/terms';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { Group } from './Group';
import { fieldId, join } from './values';

/** Several of a few: one box each. */
export function ChoicesField({ path, name, spec, label }: FieldProps) {
  const form = useForm();
  if (spec.kind !== 'array' || spec.item.kind !== 'choice') return null;
  const chosen = valueAt(form, path);
  const values: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  const { values: options } = spec.item;
  const toggle = (option: string, on: boolean) => {
    const next = options.filter((one) => (one === option ? on : values.includes(one)));
    form.set(path, next.length === 0 && spec.nullable ? null : next);
  };
  return (
    <Group path={path} name={name} {...(label && { label })}>
      <div className="choices">
        {options.map((option) => {
          const id = fieldId(join(path, `choice-${option}`));
          return (
            <div className="check" key={option}>
              <input
                id={id}
                type="checkbox"
                checked={values.includes(option)}
                onChange={(event) => toggle(option, event.target.checked)}
              />
              <label htmlFor={id}>{valueLabel(option, name) ?? option}</label>
            </div>
          );
        })}
      </div>
    </Group>
  );
}
