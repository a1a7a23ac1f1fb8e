import type { MyPage } from '#contracts/http/wages';
import { useAddress } from '../parts/address';
import { hours, shortDay, thisMonth, today } from '../parts/format';
import { Empty } from '../parts/States';
import { ReadAloud } from './ReadAloud';

/** What was recorded of each day, told in plain words. */
export function MyDays({ page: { name, days } }: { page: MyPage }) {
  const [month, setMonth] = useAddress('month', thisMonth());
  const shown = days.filter(({ on }) => on.startsWith(month)).sort((one, other) => other.on.localeCompare(one.on));
  const months = [...new Set([thisMonth(), ...days.map(({ on }) => on.slice(0, 7))])].sort().reverse();
  const worked = new Set(shown.filter(({ minutes }) => minutes > 0).map(({ on }) => on)).size;
  const todays = days.find(({ on, minutes }) => on === today() && minutes > 0);
  const summary = `${name}，您好。${todays ? `今天已记 ${hours(todays.minutes)}。` : '今天还没有记。'}${Number(month.slice(5))} 月干了 ${worked} 天。`;
  return (
    <>
      <p className="big">
        {summary} <ReadAloud text={summary} />
      </p>
      <label>
        月份{' '}
        <select value={month} onChange={(event) => setMonth(event.target.value)}>
          {months.map((one) => (
            <option key={one} value={one}>
              {one.slice(0, 4)} 年 {Number(one.slice(5))} 月
            </option>
          ))}
        </select>
      </label>
      {shown.length === 0 && <Empty>这个月还没有记工天。哪天来了没有记上，请告诉劳资专管员。</Empty>}
      <ul className="cards">
        {shown.map(({ on, minutes, projectName, sealed }) => (
          <li key={`${on}-${projectName}`}>
            <strong>{shortDay(on)}</strong>
            <span>{minutes === 0 ? '记的是：没有来' : `已记 ${hours(minutes)}`}</span>
            <span className="quiet">
              {projectName} · {sealed ? '已封存' : '还可以改'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
