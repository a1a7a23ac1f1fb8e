import { Select } from 'antd';
import type { ComponentProps } from 'react';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** Every word that was typed stands somewhere in the label: `财政 审批` finds 区财政局 审批人. */
const holds = (words: string, option?: Option): boolean =>
  words.split(/\s+/).every((word) => option?.label.includes(word) === true);

/** One of many, or several, found by typing a part of their names. */
export function FoundSelect<V>(props: ComponentProps<typeof Select<V, Option>>) {
  return <Select<V, Option> showSearch={{ filterOption: holds }} style={{ width: '100%' }} {...props} />;
}
