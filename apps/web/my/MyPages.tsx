import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useMy } from '../http/queries';
import { useAutoUpdate } from '../http/live';
import { Loaded } from '../parts/States';
import { MyDays } from './MyDays';
import { MyHelp } from './MyHelp';
import { MyPay } from './MyPay';

const titles: Readonly<Record<string, string>> = { days: '我的工天', pay: '我的工资', help: '帮助' };
const isWages = (stream: string): boolean => stream.startsWith('wages/');

/** A worker's own pages, in large type, for a phone. */
export function MyPages() {
  const { part = 'days' } = useParams();
  const my = useMy();
  useAutoUpdate('my', isWages);
  useEffect(() => {
    document.title = `${titles[part] ?? '我的'} · 以工`;
  }, [part]);
  return (
    <section className="my">
      <h1>{titles[part]}</h1>
      {part === 'help' ? (
        <MyHelp />
      ) : (
        <Loaded of={my}>{(page) => (part === 'pay' ? <MyPay page={page} /> : <MyDays page={page} />)}</Loaded>
      )}
    </section>
  );
}
