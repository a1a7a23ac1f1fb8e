import { fieldLabel } from '#labels/zh/fields';
import { useForm, valueAt } from './context';
import { initialOf, isPeopleList, type Spec } from './spec';
import { fieldId, groupOf } from './values';
import { Control } from './Control';
import type { FieldProps } from './field-props';
import { Fields } from './Fields';
import { Fault, Group } from './Group';
import { ArrayField } from './ArrayField';
import { PeopleGrid } from './PeopleGrid';
import { ChoicesField } from './ChoicesField';
import { OfficeField } from './OfficeField';
import { SignerField } from './SignerField';
import { OverridableRulesField } from './OverridableRulesField';
import { VariantsField } from './VariantsField';
import { CatalogueField } from './CatalogueField';

/** One field of a command's form, made from its schema. */
export function Field(props: FieldProps) {
  const { spec } = props;
  // known from where the form was opened, and sent along with what stands beside it
  if (spec.widget === 'kept') return null;
  if (spec.widget === 'catalogue') return <CatalogueField {...props} />;
  if (spec.widget === 'overridableRules') return <OverridableRulesField {...props} />;
  if (spec.widget === 'office') return <OfficeField {...props} />;
  if ((spec.kind === 'array' ? spec.item : spec).widget === 'signer') return <SignerField {...props} />;
  switch (spec.kind) {
    case 'fixed':
      return null;
    case 'object':
      return <ObjectField {...props} />;
    case 'array':
      if (isPeopleList(spec)) return <PeopleGrid {...props} />;
      return spec.item.kind === 'choice' ? <ChoicesField {...props} /> : <ArrayField {...props} />;
    case 'variants':
      return <VariantsField {...props} />;
    case 'choice':
    case 'number':
    case 'text':
    case 'boolean':
      return <Labelled {...props} />;
  }
}

/** A group of fields; one that may be absent is filled in only when asked for. */
function ObjectField(props: FieldProps) {
  const { path, spec, required } = props;
  const form = useForm();
  const present = valueAt(form, path);
  const mayBeAbsent = spec.nullable === true || !required;
  const absent = present === null || present === undefined;
  const id = fieldId(`${path}-present`);
  return (
    <Group {...props}>
      {mayBeAbsent && (
        <div className="check">
          <input
            id={id}
            type="checkbox"
            checked={!absent}
            onChange={(event) =>
              form.set(
                path,
                event.target.checked
                  ? initialOf({ ...spec, nullable: undefined, initial: undefined } as Spec)
                  : spec.nullable
                    ? null
                    : undefined,
              )
            }
          />
          <label htmlFor={id}>有此项，需要填写</label>
        </div>
      )}
      {(!mayBeAbsent || !absent) && <Fields path={path} spec={spec} />}
    </Group>
  );
}

const units: Readonly<Record<string, string>> = { fen: '（元）', bp: '（%）', minutes: '（分钟）' };

function Labelled(props: FieldProps) {
  const { path, name, spec, label, required } = props;
  const id = fieldId(path);
  if (spec.kind === 'boolean') {
    return (
      <div className="field check">
        <Control {...props} />
        <label htmlFor={id}>{label ?? fieldLabel(name, groupOf(path))}</label>
        <Fault path={path} />
      </div>
    );
  }
  const optional = (!required && spec.initial === undefined) || spec.nullable === true;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label ?? fieldLabel(name, groupOf(path))}
        {units[spec.widget ?? ''] ?? ''}
        {optional && <span className="quiet">（可不填）</span>}
      </label>
      <Control {...props} />
      <Fault path={path} />
    </div>
  );
}
