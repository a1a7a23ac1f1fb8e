import { faultAt, useForm, valueAt } from './context';
import { fieldId } from './values';

/** The attributes every input shares: its id, its fault, whether it must be filled. */
export function useControl(path: string) {
  const form = useForm();
  const faulty = faultAt(form, path) !== undefined;
  const id = fieldId(path);
  return {
    value: valueAt(form, path),
    set: (value: unknown) => form.set(path, value),
    attributes: {
      id,
      'aria-invalid': faulty,
      ...(faulty && { 'aria-describedby': `${id}-fault` }),
    },
  };
}

/** What a text input shows of a value. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
