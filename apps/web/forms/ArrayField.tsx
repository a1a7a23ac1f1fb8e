import { Button } from 'antd';
import { fieldLabel } from '#labels/zh/fields';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { Fields } from './Fields';
import { Group } from './Group';
import { initialOf } from './spec';
import { fieldId, join } from './values';

/** A list whose items are added and removed one by one. */
export function ArrayField(props: FieldProps) {
  const { path, name, spec, label, required } = props;
  const form = useForm();
  const { Field } = form;
  const items = valueAt(form, path);
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  if (spec.kind !== 'array') return null;
  const word = label ?? fieldLabel(name);
  const add = () => {
    form.set(path, [...list, initialOf(spec.item) ?? '']);
    // the new item's first input takes the focus once it is there
    setTimeout(
      () =>
        document
          .querySelector<HTMLElement>(`#${fieldId(join(path, list.length))} :is(input, select, textarea)`)
          ?.focus(),
      0,
    );
  };
  const remove = (index: number) => {
    const rest = list.filter((_, other) => other !== index);
    // a list that may be left out means something else when it is empty
    form.set(path, rest.length === 0 && !required && spec.initial === undefined ? undefined : rest);
  };
  return (
    <Group path={path} name={name} {...(label && { label })}>
      {list.map((_, index) => (
        <div className="item" key={index}>
          {spec.item.kind === 'object' ? (
            <Group path={join(path, index)} name={name} label={`${word} 第 ${index + 1} 项`}>
              <div className="columns">
                <Fields path={join(path, index)} spec={spec.item} />
              </div>
            </Group>
          ) : (
            <Field path={join(path, index)} name={name} label={`${word} ${index + 1}`} spec={spec.item} required />
          )}
          {list.length > spec.min && (
            <Button size="small" onClick={() => remove(index)} aria-label={`移除${word}第 ${index + 1} 项`}>
              移除
            </Button>
          )}
        </div>
      ))}
      {list.length < spec.max && (
        <Button onClick={add} aria-label={`添加${word}`}>
          添加{word}
        </Button>
      )}
    </Group>
  );
}
