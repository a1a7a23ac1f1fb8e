import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError, Unreachable } from '../http/client';

/** A skeleton of about the final height; says so when it takes long. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status" aria-label="正在加载">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton" />
      ))}
      {long && <p>仍在加载</p>}
    </div>
  );
}

/** An empty page says what belongs here, why it is empty, and one next step. */
export function Empty({ children, step }: { children: ReactNode; step?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {step && <p>{step}</p>}
    </div>
  );
}

/** Not found, forbidden, offline or failed; what was typed is still there. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail, number } = wordsOf(error);
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {detail && <p>{detail}</p>}
      <p className="acts">
        {retry && <Button onClick={retry}>重试</Button>}
        {number && <Button onClick={() => void navigator.clipboard.writeText(number)}>复制编号</Button>}
      </p>
    </div>
  );
}

function wordsOf(error: unknown): { title: string; detail?: string | undefined; number?: string } {
  if (error instanceof Unreachable)
    return { title: '网络已断开，正在重连', detail: '可以继续阅读；您填写的内容还在。' };
  if (!(error instanceof ProblemError)) return { title: '没有加载成功。', detail: '您填写的内容还在。' };
  const { status, instance, detail } = error.problem;
  if (status === 404) return { title: '没有找到，或您无权查看' };
  if (status === 403) return { title: '您不能查看这一页', detail };
  if (status === 401) return { title: '请重新登录' };
  return {
    title: `没有加载成功${instance ? `，编号 ${instance}` : ''}。`,
    detail: '您填写的内容还在。',
    ...(instance && { number: instance }),
  };
}

interface Result<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}
/** Waits for a read, then shows it; on refresh the old data stay. */
export function Loaded<T>({ of, children }: { of: Result<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failure error={of.error} retry={() => void of.refetch()} />;
  return <Loading />;
}

/** Pushed changes never move what is being read: they are offered. */
export function PendingChanges({ pending, update }: { pending: number; update: () => void }) {
  if (pending === 0) return null;
  return (
    <button type="button" className="pending" onClick={update}>
      有 {pending} 处新变化，更新
    </button>
  );
}
