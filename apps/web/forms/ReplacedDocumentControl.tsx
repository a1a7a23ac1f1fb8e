import { kindOf, keyOf, isStreamId } from '#domain/stream';
import { useDocument, useDocuments } from '../http/queries';
import { useForm } from './context';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';

const inForce = new Set(['numbered', 'sealed', 'sent', 'archived']);

/** One of the documents about the same that are in force: the new one takes its place once it is issued. */
export function ReplacedDocumentControl({ path }: FieldProps) {
  const { stream, value: form } = useForm();
  const { value, set, attributes } = useControl(path);
  const asked = form as { kind?: string; subject?: string };
  const drafted = useDocument(asked.subject === undefined && kindOf(stream) === 'document' ? keyOf(stream) : null).data;
  const { kind, subject = '' } = drafted?.state ?? asked;
  const documents = useDocuments(isStreamId(subject) ? subject : null).data ?? [];
  const standing = documents.filter((one) => inForce.has(one.status) && one.kind === kind);
  return (
    <select {...attributes} value={textOf(value)} onChange={(event) => set(event.target.value || null)}>
      <option value="">不代替其他文件</option>
      {standing.map(({ number, title }) => (
        <option key={number} value={number ?? ''}>
          {number} {title}
        </option>
      ))}
    </select>
  );
}
