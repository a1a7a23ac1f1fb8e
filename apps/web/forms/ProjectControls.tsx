import { useEffect } from 'react';
import { fundSourceLabels, segmentStageLabels } from '#labels/zh/terms';
import { useHistory } from '../http/queries';
import { money } from '../parts/format';
import { defectsOf } from '../projects/defects';
import { textOf, useControl } from './use-control';
import { segmentBeside, useForm } from './context';
import type { FieldProps } from './field-props';

interface Option {
  value: string;
  label: string;
}

/** A choice among parts of the project; where there is only one, it is chosen. */
function PartSelect({
  path,
  spec,
  required,
  options,
  none,
}: FieldProps & { options: readonly Option[]; none: string }) {
  const { value, set, attributes } = useControl(path);
  const only = options.length === 1 && required && !spec.nullable ? options[0]?.value : undefined;
  useEffect(() => {
    if (only !== undefined && (value === undefined || value === '')) set(only);
  });
  return (
    <select
      {...attributes}
      value={textOf(value)}
      onChange={(event) => set(event.target.value || (spec.nullable ? null : undefined))}
    >
      <option value="">{options.length === 0 ? none : '请选择'}</option>
      {options.map(({ value: option, label }) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function SegmentControl(props: FieldProps) {
  const { project } = useForm();
  const options = (project?.project.segments ?? []).map(({ id, name, stage }) => ({
    value: id,
    label: `${name}（${segmentStageLabels[stage]}）`,
  }));
  return <PartSelect {...props} options={options} none="本项目还没有用工环节" />;
}

export function FundLineControl(props: FieldProps) {
  const { project } = useForm();
  const options = (project?.project.planning?.fundLines ?? []).map(({ id, source, amountFen }) => ({
    value: id,
    label: `${fundSourceLabels[source]} ${money(amountFen)}`,
  }));
  return <PartSelect {...props} options={options} none="本项目还没有资金来源" />;
}

export function PostControl(props: FieldProps) {
  const form = useForm();
  const segment = segmentBeside(form, props.path);
  const segments = (form.project?.project.segments ?? []).filter(({ id }) => segment === undefined || id === segment);
  const options = segments.flatMap(({ mobilization }) =>
    mobilization.posts.map(({ id, title, number }) => ({ value: id, label: `${id} ${title}（${number} 人）` })),
  );
  return <PartSelect {...props} options={options} none="还没有公布岗位" />;
}

/** Defects of the segment that are still open, as their inspection described them. */
export function DefectControl(props: FieldProps) {
  const form = useForm();
  const segment = segmentBeside(form, props.path);
  const described = useHistory(form.stream).data;
  const known = described && defectsOf(described, segment);
  const options = (form.project?.project.segments ?? [])
    .filter(({ id }) => id === segment)
    .flatMap(({ construction }) => construction.defects.filter(({ closed }) => !closed))
    .map(({ id }) => ({ value: id, label: known?.get(id) ?? id }));
  return <PartSelect {...props} options={options} none="没有尚未闭合的问题" />;
}
