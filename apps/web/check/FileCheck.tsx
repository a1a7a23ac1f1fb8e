import { useState } from 'react';
import type { CheckedFiles } from '#contracts/http/documents';
import { digestBy } from '../forms/digest';
import { read } from '../http/client';

type Result = 'none' | 'reading' | 'sealed' | 'printed' | 'other' | 'failed';

const words: Readonly<Record<Exclude<Result, 'none'>, string>> = {
  reading: '正在本机计算文件摘要',
  sealed: '文件一致：就是加盖印章后存档的那一份，没有改动。',
  printed: '文件一致：就是系统印出的这份公文，没有改动。',
  other: '文件不一致：与印发的公文不同。可能被改动过，或是重新扫描、另存的副本；请以上面显示的内容为准。',
  failed: '没有比对成功，请稍后再试。',
};

/** A file one has is held against what went out; it does not leave this machine, its digest is computed here. */
export function FileCheck({ code }: { code: string }) {
  const [result, setResult] = useState<Result>('none');
  const compare = async (file: File | undefined) => {
    if (!file) return;
    setResult('reading');
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { sealed, printed } = await read<CheckedFiles>(`/api/check/${encodeURIComponent(code)}/files`);
      const same = async (digest: string) => (await digestBy(digest.slice(0, digest.indexOf(':')), bytes)) === digest;
      if (sealed !== null && (await same(sealed))) return setResult('sealed');
      setResult((await Promise.all(printed.map(same))).includes(true) ? 'printed' : 'other');
    } catch {
      setResult('failed');
    }
  };
  return (
    <section
      className="file-check no-print"
      aria-label="比对文件"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void compare(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor="file">手中有电子文件的，选择或拖到这里比对（文件不会上传）</label>
      <input id="file" type="file" accept=".pdf,.ofd" onChange={(event) => void compare(event.target.files?.[0])} />
      {result !== 'none' && (
        <p role="status" className={result === 'other' ? 'lamp-late' : 'passed'}>
          {words[result]}
        </p>
      )}
    </section>
  );
}
