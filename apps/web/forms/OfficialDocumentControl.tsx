import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { isOfPlan } from '#domain/document/content';
import { documentForLabels } from '#labels/zh/terms';
import { useDocument, useDocuments } from '../http/queries';
import { useForm } from './context';
import type { FieldProps } from './field-props';
import { textOf, useControl } from './use-control';
import { beside } from './values';

/** One of the drafts about what the form decides about; its title and requirement are those of the act. */
export function OfficialDocumentControl({ path, spec }: FieldProps) {
  const { subject, set: setField } = useForm();
  const { value, set, attributes } = useControl(path);
  const drafts = (useDocuments(subject).data ?? []).filter(({ status }) => status === 'draft');
  const chosen = textOf(value);
  const face = useDocument(chosen || null).data;
  const words = face && face.state.id === chosen ? face : undefined;
  // Once for each document chosen: what the person types afterwards stays.
  const taken = useRef('');
  useEffect(() => {
    // an act on a plan has no words of its own
    const text = words && !isOfPlan(words.state.kind) && `${words.state.id}@${words.state.version}`;
    if (!text || taken.current === text) return;
    taken.current = text;
    setField(beside(path, 'title'), words.face.title);
    setField(beside(path, 'requirement'), words.face.sections.at(-1)!.text);
  }, [words, setField, path]);
  return (
    <>
      <select
        {...attributes}
        value={chosen}
        onChange={(event) => set(event.target.value || (spec.nullable ? null : undefined))}
      >
        <option value="">不附公文</option>
        {drafts.map(({ id, kind, title, version }) => (
          <option key={id} value={id}>
            {documentForLabels[kind]}：{title}（第 {version} 版）
          </option>
        ))}
      </select>
      {words && (
        <p className="quiet">
          {isOfPlan(words.state.kind) ? '办结时编文号、随即印发。' : '标题和以工代赈要求以公文为准。'}
          <Link to={`/documents/${chosen}`}>看公文</Link>
        </p>
      )}
    </>
  );
}
