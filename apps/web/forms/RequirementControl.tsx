import { Button } from 'antd';
import type { DocumentFor } from '#domain/document/content';
import { requirementClauseOf } from '#domain/document/requirement';
import { keyOf, kindOf } from '#domain/stream';
import { useDocument } from '../http/queries';
import { AreaControl } from './AreaControl';
import { useForm } from './context';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';

/** The passage that states the work-relief requirement, with a model sentence at hand. @rule R-APPR-01 */
export function RequirementControl(props: FieldProps) {
  const { value, set } = useControl(props.path);
  const text = textOf(value).trim();
  const sample = requirementClauseOf(useDocumentKind());
  return (
    <div>
      <AreaControl {...props} />
      {!text.includes(sample) && (
        <p className="acts">
          <Button size="small" onClick={() => set(text === '' ? sample : `${text}\n${sample}`)}>
            插入示范语句
          </Button>
        </p>
      )}
    </div>
  );
}

/** Of the document that is drawn up or revised; what is said outside of one speaks of a project, as a reply does. */
function useDocumentKind(): DocumentFor {
  const { value, stream } = useForm();
  const { kind } = value as { kind?: DocumentFor };
  const drafted = useDocument(kind === undefined && kindOf(stream) === 'document' ? keyOf(stream) : null).data;
  return kind ?? drafted?.state.kind ?? 'approvalReply';
}
