import { useState } from 'react';
import { listed } from '#domain/plan/plan';
import { keyOf } from '#domain/stream';
import { useForm } from '../forms/context';
import type { FieldProps } from '../forms/field-props';
import { textOf, useControl } from '../forms/use-control';
import { usePlan, useProjects } from '../http/queries';

/** The district and year of the plan a form is about. */
const usePlace = (): readonly [district: string, year: string] => {
  const [district = '', year = ''] = keyOf(useForm().stream).split('/');
  return [district, year];
};

/** One of the list's entries, by name. */
export function EntryControl({ path }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const entries = usePlan(...usePlace(), '').data?.plan;
  return (
    <select {...attributes} value={textOf(value)} onChange={(event) => set(event.target.value || undefined)}>
      <option value="">请选择</option>
      {entries &&
        listed(entries).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );
}

/** One of the district's projects, found by its name. */
export function ProjectControl({ path }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const [q, setQ] = useState('');
  const [district] = usePlace();
  const found = useProjects({ district, q }).data?.items ?? [];
  return (
    <>
      <input
        type="search"
        className="native"
        aria-label="按名称查找项目"
        placeholder="按名称查找"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <select {...attributes} value={textOf(value)} onChange={(event) => set(event.target.value || undefined)}>
        <option value="">{found.length === 0 ? '没有找到项目' : '请选择'}</option>
        {typeof value === 'string' && !found.some(({ id }) => id === value) && value !== '' && (
          <option value={value}>{value}</option>
        )}
        {found.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
