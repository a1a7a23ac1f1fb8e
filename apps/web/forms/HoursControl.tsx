import { Input } from 'antd';
import { useState } from 'react';
import { fromHundredths, hundredths } from '../parts/format';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';

/** Working time typed in hours, kept in whole minutes: `7.5` is 450. What gives no whole minute stays as typed. */
export function HoursControl({ path }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    const hundredthsOfHour = hundredths(text);
    const minutes = hundredthsOfHour === null ? null : (hundredthsOfHour * 60) / 100;
    set(text.trim() === '' ? undefined : minutes !== null && Number.isInteger(minutes) ? minutes : text);
  };
  const shown =
    typeof value === 'number' && (value * 100) % 60 === 0 ? fromHundredths((value * 100) / 60) : textOf(value);
  return (
    <Input
      {...attributes}
      inputMode="decimal"
      value={typed ?? shown.replace(/\.?0+$/, '')}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(null)}
      suffix="小时"
    />
  );
}
