import { useState } from 'react';
import { textOf, useControl } from './use-control';
import { sm3Digest } from './digest';
import type { FieldProps } from './field-props';

/** A file's digest, computed here: the record holds the digest, so that the paper can be checked against it later. */
export function FileControl({ path }: FieldProps) {
  const { value, set, attributes } = useControl(path);
  const [name, setName] = useState('');
  const choose = async (file: File | undefined) => {
    if (!file) return;
    set(await sm3Digest(new Uint8Array(await file.arrayBuffer())));
    setName(file.name);
  };
  const digest = textOf(value);
  return (
    <div className="file">
      <input {...attributes} type="file" onChange={(event) => void choose(event.target.files?.[0])} />
      {digest && (
        <p className="quiet digest">
          {name && `${name} · `}摘要 <code>{digest}</code>
        </p>
      )}
    </div>
  );
}
