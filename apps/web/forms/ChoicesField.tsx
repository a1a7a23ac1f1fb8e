import { useState } from 'react';
import { valueLabel } from '#labels/zh/terms';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { Group } from './Group';
import { fieldId, join } from './values';

/** From here on they are looked for, not looked through. */
const many = 20;

/** Several of some: one box each, and a search where there are many. @param offered which of them may be chosen; all where not given */
export function ChoicesField({
  path,
  name,
  spec,
  label,
  offered = () => true,
}: FieldProps & { offered?: (option: string) => boolean }) {
  const form = useForm();
  const [words, setWords] = useState('');
  if (spec.kind !== 'array' || spec.item.kind !== 'choice') return null;
  const chosen = valueAt(form, path);
  const values: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  const options = spec.item.values.filter((option) => offered(option) || values.includes(option));
  const labelOf = (option: string): string => valueLabel(option, name) ?? option;
  const shown = options.filter((option) => values.includes(option) || labelOf(option).includes(words.trim()));
  const toggle = (option: string, on: boolean) => {
    const next = options.filter((one) => (one === option ? on : values.includes(one)));
    form.set(path, next.length === 0 && spec.nullable ? null : next);
  };
  return (
    <Group path={path} name={name} {...(label && { label })}>
      {options.length > many && (
        <input
          type="search"
          className="native"
          aria-label="查找"
          placeholder="按编号或文字查找"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {options.length > many && values.length > 0 && <p className="quiet">已选 {values.join('、')}</p>}
      {shown.length === 0 && <p className="quiet">没有找到，换个词再试。</p>}
      <div className="choices">
        {shown.map((option) => {
          const id = fieldId(join(path, `choice-${option}`));
          return (
            <div className="check" key={option}>
              <input
                id={id}
                type="checkbox"
                checked={values.includes(option)}
                onChange={(event) => toggle(option, event.target.checked)}
              />
              <label htmlFor={id}>{labelOf(option)}</label>
            </div>
          );
        })}
      </div>
    </Group>
  );
}
