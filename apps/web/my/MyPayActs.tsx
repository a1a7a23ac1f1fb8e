import { Button, Input } from 'antd';
import { useState } from 'react';
import type { MyPage } from '#contracts/http/wages';
import type { StreamId } from '#domain/stream';
import { useDraft } from '../forms/use-draft';
import { Closed, StoredBar } from '../forms/Outcome';
import { useSubmission } from '../forms/use-submission';
import { useRefreshAll } from '../http/live';
import { useMe } from '../shell/session';

const mayAnswer = (status: string): boolean => ['open', 'resolved', 'unconfirmed'].includes(status);

/** Agree by an own act, or say what is wrong. A worker's silence is never consent, so there is no third way. @rule R-CONF-01 */
export function MyPayActs({ pay, lines }: { pay: MyPage['pay'][number]; lines: readonly string[] }) {
  const me = useMe();
  const refresh = useRefreshAll();
  const [objecting, setObjecting] = useState(false);
  const form = `${pay.stream}.answer.${pay.edition}`;
  const { draft, change, renew, drop } = useDraft(me.login, form, pay.substantive, () => '');
  const reason = typeof draft.data === 'string' ? draft.data : '';
  const { standing, send } = useSubmission(
    { location: draft.location, asked: null },
    {
      onSending: () => undefined,
      onRefused: renew,
      onStored: (location) => change({ location }),
      onDone: ({ revision }) => {
        drop();
        refresh({ stream: pay.stream, revision });
      },
    },
  );
  if (standing.at === 'done') return <Closed accepted={standing.accepted} />;
  if (standing.at === 'stored') return <StoredBar commandId={draft.key} />;
  if (!mayAnswer(pay.status) || !me.personRef) return null;
  const line = { personRef: me.personRef, edition: pay.edition };
  const give = (type: 'confirmLine' | 'disputeLine', data: object) =>
    void send({ stream: pay.stream as StreamId, type, data, readRevision: pay.substantive }, draft.key);
  const busy = standing.at === 'sending';
  return (
    <div className="my-acts">
      {standing.at === 'refused' && (
        <div className="summary" role="alert">
          <p>没有送成。{standing.problem.breaches?.map(({ mend }) => mend).join('；') ?? standing.problem.title}</p>
        </div>
      )}
      {standing.at === 'unsent' && (
        <p className="summary" role="alert">
          还没有送到。{standing.why}
        </p>
      )}
      {objecting ? (
        <>
          <div className="field">
            <label htmlFor={`say-${pay.period}`}>您说哪里不对</label>
            <Input.TextArea
              id={`say-${pay.period}`}
              autoSize={{ minRows: 3 }}
              maxLength={500}
              placeholder="比如：9 月 12 日来了全天，没有记"
              value={reason}
              onChange={(event) => change({ data: event.target.value })}
            />
          </div>
          <Button
            type="primary"
            block
            disabled={reason.trim() === ''}
            loading={busy}
            onClick={() => give('disputeLine', { ...line, reason })}
          >
            告诉劳资专管员
          </Button>
          <Button block onClick={() => setObjecting(false)}>
            返回
          </Button>
          <p className="quiet">3 个工作日内必须答复。没争议的钱照发</p>
        </>
      ) : (
        <>
          <p className="quiet">您确认的是：{lines.join('；')}</p>
          <Button type="primary" block loading={busy} onClick={() => give('confirmLine', line)}>
            没错，我确认
          </Button>
          <Button block onClick={() => setObjecting(true)}>
            不对，我有话说
          </Button>
          <p className="quiet">不签，不会替您签</p>
        </>
      )}
    </div>
  );
}
