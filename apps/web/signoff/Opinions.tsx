import type { MatterPage } from '#contracts/http/matters';
import { speakerWords } from '../parts/acting-words';
import { beijingTime } from '../parts/format';
import { sayingWords } from './RouteList';

/** Everything that was said in one's own words, in order of happening: none folded, none cut, none taken away. */
export function Opinions({ page }: { page: MatterPage }) {
  const { state, people, texts } = page;
  const said = state.visits
    .flatMap((visit) => visit.said.map((one) => ({ one, visit })))
    .filter(({ one }) => one.opinion !== null)
    .sort((a, b) => a.one.at.localeCompare(b.one.at));
  return (
    <section aria-label="意见">
      <h2>意见 {said.length} 条</h2>
      {said.length === 0 && <p className="quiet">还没有人写下意见。</p>}
      <ol className="opinions" tabIndex={-1}>
        {said.map(({ one, visit }) => (
          <li key={`${one.seat}${one.at}`} className={one.standing === 'stands' ? undefined : 'quiet'}>
            <q>{texts[one.opinion!] ?? one.opinion}</q>
            <div className="quiet">
              {speakerWords(one, people)} · {state.route.steps[visit.step]!.name} · {sayingWords(one, visit, page)} ·{' '}
              <span className="date">{beijingTime(one.at)}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
