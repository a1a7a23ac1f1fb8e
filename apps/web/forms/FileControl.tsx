import { useState } from 'react';
import { ProblemError } from '../http/client';
import { sm3Digest } from './digest';
import type { FieldProps } from './field-props';
import { upload } from './upload';
import { textOf, useControl } from './use-control';

type Standing =
  { at: 'idle' } | { at: 'sending'; percent: number } | { at: 'failed'; why: string } | { at: 'kept'; name: string };

/** A file that is kept with the record: sent when it is chosen, so that the form holds its digest alone. */
export function FileControl({ path, spec }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const [standing, setStanding] = useState<Standing>({ at: 'idle' });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    set(spec.nullable ? null : undefined);
    setStanding({ at: 'sending', percent: 0 });
    try {
      const digest = await sm3Digest(new Uint8Array(await file.arrayBuffer()));
      await upload(digest, file, (percent) => setStanding({ at: 'sending', percent }));
      set(digest);
      setStanding({ at: 'kept', name: file.name });
    } catch (error) {
      setStanding({ at: 'failed', why: whyNot(error) });
    }
  };
  const digest = textOf(value);
  return (
    <div className="file">
      <input
        {...attributes}
        type="file"
        accept=".pdf,.ofd,.docx,.xlsx,.jpg,.jpeg,.png"
        disabled={standing.at === 'sending'}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {standing.at === 'sending' && (
        <p role="status">
          <progress value={standing.percent} max={100} aria-label="上传进度" /> 正在上传 {standing.percent}%
        </p>
      )}
      {standing.at === 'failed' && (
        <p className="fault" role="alert">
          {standing.why}
        </p>
      )}
      {digest && (
        <p className="quiet digest">
          {standing.at === 'kept' && `${standing.name} `}已上传 · 摘要 <code>{digest}</code>
        </p>
      )}
    </div>
  );
}

const whyNot = (error: unknown): string => {
  if (!(error instanceof ProblemError)) return '网络已断开，文件没有传完，请重新选择。';
  const { faults, detail, title } = error.problem;
  return faults?.map(({ message }) => message).join('；') ?? detail ?? title;
};
