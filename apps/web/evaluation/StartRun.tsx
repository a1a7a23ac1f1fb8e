import { Button } from 'antd';
import { useState } from 'react';
import { ask, ProblemError } from '../http/client';
import { useRefreshAll } from '../http/live';
import { useMe } from '../shell/session';

/** Starts a run at once; a second one of the same frozen moment shows whether it gives the same digest. */
export function StartRun({ scope, year, again }: { scope: string; year: number; again: boolean }) {
  const { posts } = useMe();
  const refresh = useRefreshAll();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const entitled = posts.some(
    ({ postKind, bodyKind }) =>
      postKind === 'scheduler' || bodyKind === 'developmentReform' || bodyKind === 'agriculture',
  );
  if (!entitled) return null;
  const start = async () => {
    setBusy(true);
    try {
      await ask(`/api/evaluations/${scope}/${year}/runs`, { method: 'POST' });
      setSaid('已启动，结果出来后会显示在这里。');
      refresh();
    } catch (error) {
      setSaid(error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : '网络已断开，没有启动。');
    }
    setBusy(false);
  };
  return (
    <p className="acts">
      <Button type="primary" loading={busy} onClick={() => void start()}>
        {again ? '重算并比对' : '启动评估'}
      </Button>
      <span role="status">{said}</span>
    </p>
  );
}
