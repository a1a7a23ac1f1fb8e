import { useOfficials } from '../http/queries';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { FoundSelect } from './FoundSelect';
import { Fault } from './Group';
import { fieldId } from './values';
import { fieldLabel } from '#labels/zh/fields';

interface Office {
  body: string;
  post: string;
  person: string;
}
const keyOf = ({ body, post, person }: Office): string => `${body}/${post}/${person}`;

/** Somebody in office, found by typing a part of their name, body or post. */
export function OfficeField({ path, name }: FieldProps) {
  const form = useForm();
  const officials = useOfficials();
  const rows = officials.data ?? [];
  const value = valueAt(form, path) as Partial<Office> | undefined;
  const chosen = rows.find((row) => keyOf(row) === keyOf(value as Office));
  const id = fieldId(path);
  return (
    <div className="field">
      <label htmlFor={id}>{fieldLabel(name)}</label>
      <FoundSelect<string>
        id={id}
        placeholder="输入姓名、单位或岗位查找"
        notFoundContent={officials.isPending ? '正在加载' : '没有这样的在任人员'}
        options={rows.map((row) => ({ value: keyOf(row), label: `${row.name}（${row.bodyName} ${row.postName}）` }))}
        value={chosen ? keyOf(chosen) : undefined}
        onChange={(key) => {
          const row = rows.find((one) => keyOf(one) === key);
          if (row) form.set(path, { body: row.body, post: row.post, person: row.person });
        }}
      />
      <Fault path={path} />
      {!chosen && <Fault path={`${path}.person`} />}
    </div>
  );
}
