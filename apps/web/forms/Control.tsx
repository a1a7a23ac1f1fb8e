import { Input } from 'antd';
import type { ComponentType } from 'react';
import { valueLabel } from '#labels/zh/terms';
import { BodyControl, PersonControl } from './SearchControls';
import { AreaControl } from './AreaControl';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';
import { FileControl } from './FileControl';
import { HundredthsControl } from './HundredthsControl';
import { DefectControl, FundLineControl, PostControl, SegmentControl } from './ProjectControls';
import { EntryControl, ProjectControl } from '../plan/PlanControls';
import { OfficialDocumentControl } from './OfficialDocumentControl';
import { ReplacedDocumentControl } from './ReplacedDocumentControl';
import { RequirementControl } from './RequirementControl';

const DateControl = (props: FieldProps) => <NativeControl {...props} type="date" />;
const TimeControl = (props: FieldProps) => <NativeControl {...props} type="time" />;

const widgets: Readonly<Record<string, ComponentType<FieldProps>>> = {
  fen: HundredthsControl,
  bp: HundredthsControl,
  date: DateControl,
  time: TimeControl,
  body: BodyControl,
  person: PersonControl,
  segment: SegmentControl,
  fundLine: FundLineControl,
  post: PostControl,
  defect: DefectControl,
  entry: EntryControl,
  project: ProjectControl,
  file: FileControl,
  officialDocument: OfficialDocumentControl,
  requirement: RequirementControl,
  replacedDocument: ReplacedDocumentControl,
  text: AreaControl,
  passage: AreaControl,
};

/** The input of a plain field, by its widget and else by its kind. */
export function Control(props: FieldProps) {
  const Widget = widgets[props.spec.widget ?? ''] ?? PlainControl;
  return <Widget {...props} />;
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
