import type { ReactNode } from 'react';
import { fieldLabel } from '#labels/zh/fields';
import { faultAt, useForm } from './context';
import type { FieldProps } from './field-props';
import { fieldId, groupOf, type Path } from './values';

/** A set of fields under one heading; refusals may point at the whole of it. */
export function Group({
  path,
  name,
  label,
  children,
}: Omit<FieldProps, 'spec' | 'required'> & { children: ReactNode }) {
  const fault = faultAt(useForm(), path);
  return (
    <fieldset
      className="group"
      id={fieldId(path)}
      tabIndex={-1}
      aria-describedby={fault ? `${fieldId(path)}-fault` : undefined}
    >
      <legend>{label ?? fieldLabel(name, groupOf(path))}</legend>
      <Fault path={path} />
      {children}
    </fieldset>
  );
}

/** What is wrong with a field, tied to it. */
export function Fault({ path }: { path: Path }) {
  const fault = faultAt(useForm(), path);
  if (!fault) return null;
  return (
    <p className="fault" id={`${fieldId(path)}-fault`}>
      <span className="visually-hidden">错误：</span>
      {fault}
    </p>
  );
}
