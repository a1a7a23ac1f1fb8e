import { createContext, useContext, type ComponentType } from 'react';
import type { ProjectPage } from '#contracts/http/projects';
import type { StreamId } from '#domain/stream';
import type { FieldProps } from './field-props';
import { at, type Fault, type Path } from './values';

/** What every field of an open form can see. */
export interface FormState {
  stream: StreamId;
  /** the stream that what is filled in is about: of a matter its subject, else the form's own */
  subject: StreamId;
  /** the project the form belongs to, where it belongs to one */
  project: ProjectPage | null;
  value: unknown;
  set: (path: Path, value: unknown) => void;
  faults: readonly Fault[];
  /** draws one field; lists and groups draw theirs through it */
  Field: ComponentType<FieldProps>;
}

export const FormContext = createContext<FormState | null>(null);

export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands outside of a form');
  return form;
}

export const valueAt = (form: FormState, path: Path): unknown => at(form.value, path);
export const faultAt = (form: FormState, path: Path): string | undefined =>
  form.faults.find(({ field }) => field === path)?.message;

/** The segment a field speaks of: named beside it, or in the form, or the project's only one. */
export function segmentBeside(form: FormState, path: Path): string | undefined {
  const parts = path.split('.');
  for (let depth = parts.length - 1; depth >= 0; depth -= 1) {
    const beside = at(form.value, [...parts.slice(0, depth), 'segmentId'].join('.'));
    if (typeof beside === 'string' && beside !== '') return beside;
  }
  const segments = form.project?.project.segments ?? [];
  return segments.length === 1 ? segments[0]?.id : undefined;
}
