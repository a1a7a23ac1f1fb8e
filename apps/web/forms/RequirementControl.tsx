import { Button } from 'antd';
import { requirementSample } from '#labels/zh/samples';
import { AreaControl } from './AreaControl';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';

/** The passage that states the work-relief requirement, with a model sentence at hand. @rule R-APPR-01 */
export function RequirementControl(props: FieldProps) {
  const { value, set } = useControl(props.path);
  const text = textOf(value).trim();
  return (
    <div>
      <AreaControl {...props} />
      {!text.includes(requirementSample) && (
        <p className="acts">
          <Button size="small" onClick={() => set(text === '' ? requirementSample : `${text}\n${requirementSample}`)}>
            插入示范语句
          </Button>
        </p>
      )}
    </div>
  );
}
