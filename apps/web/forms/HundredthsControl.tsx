import { Input } from 'antd';
import { useState } from 'react';
import { fromHundredths, hundredths } from '../parts/format';
import { textOf, useControl } from './use-control';
import type { FieldProps } from './field-props';

/** Money in yuan, kept as whole fen; a share in percent, kept as basis points. Both are hundredths, converted exactly. */
export function HundredthsControl({ path, spec }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typeof value === 'number' ? fromHundredths(value) : textOf(value);
  const type = (text: string) => {
    setTyped(text);
    // what is no amount stays as typed, so that the check can point at it
    set(text.trim() === '' ? (spec.nullable ? null : undefined) : (hundredths(text) ?? text));
  };
  return (
    <Input
      {...attributes}
      inputMode="decimal"
      value={typed ?? shown}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(null)}
      suffix={spec.widget === 'fen' ? '元' : '%'}
      style={{ maxWidth: '16rem' }}
      autoComplete="off"
    />
  );
}
