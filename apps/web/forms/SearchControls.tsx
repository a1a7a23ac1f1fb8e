import { bodyKindLabels } from '#labels/zh/roles';
import { districtName } from '#labels/zh/districts';
import { useBodies, usePeople } from '../http/queries';
import { textOf, useControl } from './use-control';
import { useForm } from './context';
import type { FieldProps } from './field-props';
import { FoundSelect, type Option } from './FoundSelect';

const kindLabels: Readonly<Record<string, string>> = bodyKindLabels;

/** One of many, found by typing a part of its name. */
function SearchSelect({
  path,
  spec,
  options,
  loading,
  empty,
}: FieldProps & { options: readonly Option[]; loading: boolean; empty: string }) {
  const { value, set, attributes } = useControl(path);
  return (
    <FoundSelect<string | undefined>
      {...attributes}
      allowClear
      placeholder="输入名称查找"
      notFoundContent={loading ? '正在加载' : empty}
      options={[...options]}
      value={textOf(value) || undefined}
      onChange={(next) => set(next ?? (spec.nullable ? null : undefined))}
    />
  );
}

export function BodyControl(props: FieldProps) {
  const bodies = useBodies();
  const options = (bodies.data ?? []).map(({ id, name, kind, district }) => ({
    value: id,
    label: `${name}（${districtName(district)}·${kindLabels[kind] ?? kind}）`,
  }));
  return <SearchSelect {...props} options={options} loading={bodies.isPending} empty="没有这样的机构" />;
}

/** People of the project by their masked names; who they are stays in the vault. */
export function PersonControl(props: FieldProps) {
  const { project } = useForm();
  const people = usePeople(project?.id ?? null);
  const options = (people.data ?? []).map(({ personRef, name, idNumber, postTitle }) => ({
    value: personRef,
    label: `${name} ${idNumber} ${postTitle}`,
  }));
  return <SearchSelect {...props} options={options} loading={people.isPending} empty="名册中没有" />;
}
