import type { MatterPage } from '#contracts/http/matters';
import { marksOwed } from '#domain/signoff/around';
import { beijingMinute } from '../parts/format';
import { ownerWords } from './words';

/** What goes on around a matter: urging, watching over it, showing it. */
export function Surroundings({ page: { state, texts, bodies } }: { page: MatterPage }) {
  const { urges, supervisions, circulations, copies } = state;
  const names = (owners: Parameters<typeof ownerWords>[0][]) => owners.map((one) => ownerWords(one, bodies)).join('、');
  const last = urges.at(-1);
  return (
    <ul className="plain-list around" aria-label="催办、督办、传阅、抄送">
      {last && (
        <li>
          催办 {urges.length} 次，最近 {beijingMinute(last.at)}
        </li>
      )}
      {supervisions.map(({ id, raiser, at, demand, dueOn, reports, closed }) => (
        <li key={id}>
          督办：{ownerWords(raiser, bodies)} {beijingMinute(at)} 要求 {dueOn} 前报告 <q>{texts[demand] ?? demand}</q>
          {reports.map(({ by, at: on, report }) => (
            <div key={`${by.body}${on}`}>
              报告：{ownerWords(by, bodies)} {beijingMinute(on)} <q>{texts[report] ?? report}</q>
            </div>
          ))}
          {closed && (
            <div>
              已办结 {beijingMinute(closed.at)} <q>{texts[closed.conclusion] ?? closed.conclusion}</q>
            </div>
          )}
        </li>
      ))}
      {circulations.map((circulation) => (
        <li key={circulation.id}>
          传阅：{ownerWords(circulation.from, bodies)} {beijingMinute(circulation.at)}
          {circulation.marks.map(({ by, at, note }) => (
            <div key={`${by.body}${at}`}>
              圈阅：{ownerWords(by, bodies)} {beijingMinute(at)} {note !== null && <q>{texts[note] ?? note}</q>}
            </div>
          ))}
          {marksOwed(circulation).length > 0 && <div className="quiet">未阅：{names(marksOwed(circulation))}</div>}
        </li>
      ))}
      {copies.map(({ at, recipients }) => (
        <li key={at}>
          抄送：{beijingMinute(at)} {names([...recipients])}
        </li>
      ))}
    </ul>
  );
}
