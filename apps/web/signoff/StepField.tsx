import type { MatterPage } from '#contracts/http/matters';
import { fieldLabel } from '#labels/zh/fields';
import { Fault } from '../forms/Group';
import { textOf, useControl } from '../forms/use-control';

/** Where a matter is returned to: the earlier steps that the rules allow. */
export function StepField({ page: { state, mine } }: { page: MatterPage }) {
  const { value, set, attributes } = useControl('toStep');
  const steps = Object.keys(mine[0]?.follows ?? {}).flatMap((name) =>
    name.startsWith('return:') ? [name.slice('return:'.length)] : [],
  );
  return (
    <div className="field">
      <label htmlFor={attributes.id}>{fieldLabel('toStep')}</label>
      <select {...attributes} value={textOf(value)} onChange={(event) => set(event.target.value || undefined)}>
        <option value="">请选择</option>
        {steps.map((step) => (
          <option key={step} value={step}>
            {state.route.steps[step]!.name}
          </option>
        ))}
      </select>
      <Fault path="toStep" />
    </div>
  );
}
