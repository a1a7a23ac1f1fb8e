import { useCallback } from 'react';
import type { CommandAccepted } from '#contracts/http/commands';
import type { OpenAct } from '#contracts/http/matters';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { ActRefused } from '../forms/ActRefused';
import { useAct } from '../forms/use-act';
import { useAutoUpdate } from '../http/live';
import { useDone, useMatterNow } from '../http/queries';
import { beijingTime } from '../parts/format';
import { doneWords } from './done-words';

export interface Closed {
  stream: StreamId;
  accepted: CommandAccepted;
}

/** What was done last from the inbox: final, with its record number; to be taken back for as long as the rule allows. @rule R-OA-10 */
export function ClosedBar({ closed: { stream, accepted }, close }: { closed: Closed; close: () => void }) {
  const row = useDone({}).data?.items.find((one) => one.stream === stream);
  return (
    <div className="closed" role="status">
      <strong>已办结{row && `：${doneWords(row)}`}</strong> · {beijingTime(accepted.recordedAt).slice(11)} · 记录号{' '}
      {accepted.revision}
      {row && <span className="quiet"> {[row.title, row.projectName].filter(Boolean).join(' · ')}</span>}
      {kindOf(stream) === 'signoff' && <Recall stream={stream} />}
      <button type="button" className="link" aria-label="关闭提示" onClick={close}>
        ×
      </button>
    </div>
  );
}

/** There until the next has acted, seen as it happens. */
function Recall({ stream }: { stream: StreamId }) {
  const { act, answer } = useAct();
  useAutoUpdate(
    'matter-now',
    useCallback((changed: string) => changed === stream, [stream]),
  );
  const open = useMatterNow(keyOf(stream)).data?.more.find(isOpenRecall);
  if (answer?.at === 'done') return <strong> 已撤回，可重新办理</strong>;
  return (
    <>
      {open && (
        <button type="button" onClick={() => void act({ stream, type: open.type, data: open.data })}>
          撤回
        </button>
      )}
      <ActRefused answer={answer} />
    </>
  );
}

const isOpenRecall = ({ type, against }: OpenAct): boolean => type === 'recallAct' && against.length === 0;
