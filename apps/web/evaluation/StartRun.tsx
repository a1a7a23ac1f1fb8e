import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask, ProblemError } from '../http/client';
import { today } from '../parts/format';
import { Dialog } from '../shell/Dialog';
import { useMe } from '../shell/session';

const lookEveryMs = 1_500;

/**
 * Starts a run at once; a second one of the same frozen moment shows whether it gives the same digest. That one leaves no event
 * in the record, so nobody pushes its end: it is asked for until the list of runs has grown.
 * @param runs how many have ended so far
 */
export function StartRun({ scope, year, again, runs }: { scope: string; year: number; again: boolean; runs: number }) {
  const { posts } = useMe();
  const client = useQueryClient();
  const [awaited, setAwaited] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const entitled = posts.some(
    ({ postKind, bodyKind }) =>
      postKind === 'scheduler' || bodyKind === 'developmentReform' || bodyKind === 'agriculture',
  );
  const waiting = awaited !== null && runs < awaited;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['evaluation'] }), lookEveryMs);
    return () => clearInterval(timer);
  }, [waiting, client]);
  if (!entitled) return null;
  const early = !again && year >= Number(today().slice(0, 4));
  const start = async () => {
    setAsking(false);
    setBusy(true);
    try {
      await ask(`/api/evaluations/${scope}/${year}/runs`, { method: 'POST' });
      setSaid('');
      setAwaited(runs + 1);
    } catch (error) {
      setSaid(error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : '网络已断开，没有启动。');
    }
    setBusy(false);
  };
  return (
    <div className="acts">
      <Button type="primary" loading={busy || waiting} onClick={() => (early ? setAsking(true) : void start())}>
        {again ? '重算并比对' : '启动评估'}
      </Button>
      {asking && (
        <Dialog label="启动评估" close={() => setAsking(false)}>
          <p>{year} 年度还没有结束。现在启动，记录冻结在此刻，此后的记录不计入。</p>
          <p className="acts">
            <Button type="primary" onClick={() => void start()}>
              仍然启动
            </Button>
            <Button onClick={() => setAsking(false)}>返回</Button>
          </p>
        </Dialog>
      )}
      <span role="status">{said || (waiting && '已启动，结果出来后会显示在这里。')}</span>
    </div>
  );
}
