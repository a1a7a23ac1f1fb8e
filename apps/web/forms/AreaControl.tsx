import { Input } from 'antd';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';

/** A longer text; short limits are counted as one types. */
export function AreaControl({ path, spec }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const max = spec.kind === 'text' ? spec.max : undefined;
  return (
    <Input.TextArea
      {...attributes}
      value={textOf(value)}
      onChange={(event) => set(event.target.value)}
      autoSize={{ minRows: 2, maxRows: 12 }}
      {...(max !== undefined &&
        max <= 500 && { showCount: { formatter: ({ count }: { count: number }) => `${count} / ${max}` } })}
    />
  );
}
