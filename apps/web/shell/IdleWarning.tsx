import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ask, onAnswered } from '../http/client';

const minuteMs = 60_000;
const warnBeforeMs = 5 * minuteMs;
const lookEveryMs = 10_000;

/** Five minutes before the idle limit: what will happen, and how to go on. The limit counts from the last answer of the API. */
export function IdleWarning({ minutes, leave }: { minutes: number; leave: () => void }) {
  const last = useRef(performance.now());
  const [warned, setWarned] = useState(false);
  useEffect(
    () =>
      onAnswered(() => {
        last.current = performance.now();
        setWarned(false);
      }),
    [],
  );
  useEffect(() => {
    const timer = setInterval(() => {
      const idle = performance.now() - last.current;
      setWarned(idle >= minutes * minuteMs - warnBeforeMs);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [minutes]);
  if (!warned) return null;
  return (
    <div className="idle" role="alertdialog" aria-label="即将退出登录">
      <p>5 分钟后退出登录。已填写的内容会保留</p>
      <Button type="primary" onClick={() => void ask('/api/me').catch(() => undefined)}>
        继续使用
      </Button>
      <Button onClick={leave}>现在退出</Button>
    </div>
  );
}
