import { useState } from 'react';
import { Button } from 'antd';
import { useForm, valueAt } from '../forms/context';
import { Control } from '../forms/Control';
import type { FieldProps } from '../forms/field-props';
import { Fault, Group } from '../forms/Group';
import { specOf, type FieldSpec } from '../forms/spec';
import { fieldId, join } from '../forms/values';
import { fieldLabel } from '#labels/zh/fields';
import { RegisterPerson, type Registered } from './RegisterPerson';

type Item = Record<string, unknown> & { personRef: string };

const columns: readonly FieldSpec[] = (() => {
  const spec = specOf('enrollWorkers');
  const workers = spec.kind === 'object' ? spec.fields.find(({ name }) => name === 'workers')?.spec : undefined;
  return workers?.kind === 'array' && workers.item.kind === 'object'
    ? workers.item.fields.filter(({ name }) => name !== 'personRef')
    : [];
})();

/** The people of this enrolment, each with post and form of engagement. Names stay on this screen; the draft keeps references. */
export function Enrolling() {
  const form = useForm();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const value = valueAt(form, 'workers');
  const items: readonly Item[] = Array.isArray(value) ? (value as Item[]) : [];
  const add = ({ personRef, shown }: Registered) => {
    setNames((before) => ({ ...before, [personRef]: shown }));
    if (items.some((item) => item.personRef === personRef)) return;
    const last = items.at(-1);
    const next = {
      skillProof: null,
      certifiedUntil: null,
      postId: last?.['postId'],
      engagement: last?.['engagement'],
      personRef,
    };
    form.set('workers', [...items, next]);
  };
  return (
    <Group path="workers" name="workers" label={`务工人员（${items.length} 人）`}>
      <RegisterPerson onRegistered={add} />
      {items.length > 0 && (
        <div className="table-frame">
          <table className="data-table grid-input">
            <thead>
              <tr>
                <th scope="col">人员</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {fieldLabel(name)}
                  </th>
                ))}
                <th scope="col">移除</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, index) => {
                const shown = names[item.personRef] ?? `已实名登记 ${item.personRef.slice(0, 8)}`;
                return (
                  <tr key={item.personRef}>
                    <th scope="row">{shown}</th>
                    {columns.map((column) => (
                      <td key={column.name} data-label={fieldLabel(column.name)}>
                        <Cell path={join('workers', index)} column={column} who={shown} />
                      </td>
                    ))}
                    <td>
                      <Button
                        size="small"
                        aria-label={`移除 ${shown}`}
                        onClick={() =>
                          form.set(
                            'workers',
                            items.filter((_, other) => other !== index),
                          )
                        }
                      >
                        移除
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Group>
  );
}

function Cell({ path, column: { name, spec, required }, who }: { path: string; column: FieldSpec; who: string }) {
  const props: FieldProps = { path: join(path, name), name, spec, required };
  return (
    <>
      <label className="visually-hidden" htmlFor={fieldId(props.path)}>
        {who} {fieldLabel(name)}
      </label>
      <Control {...props} />
      <Fault path={props.path} />
    </>
  );
}
