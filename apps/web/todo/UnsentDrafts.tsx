import { useState } from 'react';
import { Link } from 'react-router';
import { isCountersigned } from '#domain/registry';
import type { StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { actPath } from '../forms/act-path';
import { draftsOf, dropDraft } from '../forms/draft';
import { beijingMinute } from '../parts/format';
import { useMe } from '../shell/session';

/** Matters whose start was begun on this page's browser and not sent: gone on with, or given up. */
export function UnsentDrafts() {
  const { login } = useMe();
  const [drafts, setDrafts] = useState(() =>
    draftsOf(login)
      .map(placed)
      .filter(({ type }) => isCountersigned(type)),
  );
  if (drafts.length === 0) return null;
  const drop = (form: string) => {
    dropDraft(login, form);
    setDrafts(drafts.filter((one) => one.form !== form));
  };
  return (
    <ul className="plain-list" aria-label="尚未提交的文稿">
      {drafts.map(({ form, stream, type, savedAt }) => (
        <li key={form}>
          尚未提交：{commandLabel(type)} <span className="quiet">{beijingMinute(savedAt)} 保存</span>{' '}
          <Link to={actPath(stream, type)}>继续填写</Link>{' '}
          <button type="button" className="link" onClick={() => drop(form)}>
            放弃
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A form is named by its stream and its command. */
function placed({ form, savedAt }: ReturnType<typeof draftsOf>[number]) {
  const at = form.lastIndexOf('.');
  return { form, savedAt, stream: form.slice(0, at) as StreamId, type: form.slice(at + 1) };
}
