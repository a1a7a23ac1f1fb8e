import { Input } from 'antd';
import { valueLabel } from '#labels/zh/terms';
import { BodyControl, PersonControl } from './SearchControls';
import { AreaControl } from './AreaControl';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';
import { FileControl } from './FileControl';
import { HundredthsControl } from './HundredthsControl';
import { FundLineControl, PostControl, SegmentControl } from './ProjectControls';
import { RequirementControl } from './RequirementControl';

/** The input of a plain field, by its widget and else by its kind. */
export function Control(props: FieldProps) {
  const { spec } = props;
  switch (spec.widget) {
    case 'fen':
    case 'bp':
      return <HundredthsControl {...props} />;
    case 'date':
      return <NativeControl {...props} type="date" />;
    case 'time':
      return <NativeControl {...props} type="time" />;
    case 'body':
      return <BodyControl {...props} />;
    case 'person':
      return <PersonControl {...props} />;
    case 'segment':
      return <SegmentControl {...props} />;
    case 'fundLine':
      return <FundLineControl {...props} />;
    case 'post':
      return <PostControl {...props} />;
    case 'file':
      return <FileControl {...props} />;
    case 'requirement':
      return <RequirementControl {...props} />;
    case 'text':
    case 'passage':
      return <AreaControl {...props} />;
    default:
      return <PlainControl {...props} />;
  }
}

function PlainControl(props: FieldProps) {
  const { spec, path, name, required } = props;
  const { value, set, attributes } = useControl(path);
  if (spec.kind === 'boolean') {
    return (
      <input type="checkbox" {...attributes} checked={value === true} onChange={(event) => set(event.target.checked)} />
    );
  }
  if (spec.kind === 'choice') {
    return (
      <select
        {...attributes}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => set(event.target.value || (spec.nullable ? null : undefined))}
      >
        <option value="">{required && !spec.nullable ? '请选择' : '不选'}</option>
        {spec.values.map((option) => (
          <option key={option} value={option}>
            {valueLabel(option, name) ?? option}
          </option>
        ))}
      </select>
    );
  }
  if (spec.kind === 'number') return <NumberControl {...props} />;
  if (spec.kind === 'text' && (spec.max ?? 0) > 200) return <AreaControl {...props} />;
  if (spec.kind === 'text' && spec.format === 'date') return <NativeControl {...props} type="date" />;
  return (
    <Input {...attributes} value={textOf(value)} onChange={(event) => set(event.target.value)} autoComplete="off" />
  );
}

/** Whole numbers; what is no number stays as typed, and the schema says so. */
function NumberControl({ path }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const type = (text: string) => set(text === '' ? undefined : /^-?\d{1,15}$/.test(text) ? Number(text) : text);
  return (
    <Input
      {...attributes}
      inputMode="numeric"
      value={textOf(value)}
      onChange={(event) => type(event.target.value.trim())}
      autoComplete="off"
      style={{ maxWidth: '12rem' }}
    />
  );
}

function NativeControl({ path, type, spec }: FieldProps & { type: 'date' | 'time' }) {
  const { value, set, attributes } = useControl(path);
  return (
    <input
      {...attributes}
      className="native"
      type={type}
      value={textOf(value)}
      onChange={(event) => set(event.target.value || (spec.nullable ? null : undefined))}
    />
  );
}
