import type { ReactNode } from 'react';
import type { MatterPage } from '#contracts/http/matters';
import { documentStream, type StreamId } from '#domain/stream';
import { Attachments } from '../documents/Attachments';
import { filesIn } from '../documents/named-files';
import { useFiles } from '../http/queries';
import { useAddress } from '../parts/address';
import { blocksBetween } from './blocks';
import { Changes } from './Changes';
import { clauseChecks, Clauses } from './Clauses';
import { DocumentText } from './DocumentText';
import type { Reading } from './use-reading';

/** What is decided about: what changed first, then the text, its attachments and the clauses. On paper all of it, one after another. */
export function MatterTabs({ page, reading }: { page: MatterPage; reading: Reading }) {
  const blocks = blocksBetween(page, reading);
  const { duties, met, all } = clauseChecks(page, reading);
  const { attachments } = reading;
  const { document: paper = '', ...data } = reading.now.act.data as { document?: string };
  const stream = page.stream as StreamId;
  const files = filesIn(data, useFiles(stream).data);
  const [tab, setTab] = useAddress('tab', reading.seen !== null && blocks.length > 0 ? 'changes' : 'text');
  const tabs: readonly [name: string, label: string, content: ReactNode][] = [
    ['changes', `变化 ${blocks.length}`, <Changes key="changes" page={page} reading={reading} blocks={blocks} />],
    ['text', '正文', <DocumentText key="text" page={page} reading={reading} />],
    [
      'files',
      `附件 ${attachments.length + files.length}`,
      <div key="files">
        {(attachments.length > 0 || files.length === 0) && (
          <Attachments of={documentStream(paper)} items={attachments} />
        )}
        {files.length > 0 && <Attachments of={stream} items={files} />}
      </div>,
    ],
    ['clauses', `条款核对${all > 0 ? ` ${met}/${all}` : ''}`, <Clauses key="clauses" page={page} duties={duties} />],
  ];
  return (
    <div className="panel">
      <div className="tabs" role="tablist" aria-label="文稿">
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls={`panel-${name}`}
            onClick={() => setTab(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {tabs.map(([name, label, content]) => (
        <div
          key={name}
          role="tabpanel"
          id={`panel-${name}`}
          aria-labelledby={`tab-${name}`}
          className={tab === name ? undefined : 'print-only'}
        >
          <h2 className="print-only">{label}</h2>
          {content}
        </div>
      ))}
    </div>
  );
}
