import type { MatterPage } from '#contracts/http/reads';
import type { Matter, Seat, Visit } from '#domain/signoff/matter';
import { draftStep, stepsIn } from '#domain/signoff/route';
import { stateOf } from '#domain/signoff/tally';
import { speakerWords } from '../parts/acting-words';
import { beijingTime } from '../parts/format';
import { ownerWords, saidWords, seatWords, standingWords, visitWords } from './words';

/** The route as a list: what was done and by whom, what is owed now, what lies ahead. Every opinion is listed in full. */
export function RouteList({ page }: { page: MatterPage }) {
  const { state: matter } = page;
  const ahead = stepsIn(matter.route.flow).filter((step) => matter.current[step] === undefined);
  return (
    <ol className="route">
      {matter.visits.map((visit) => (
        <li key={visit.id} aria-current={visit.status === 'active' ? 'step' : undefined}>
          <VisitLines matter={matter} visit={visit} page={page} />
        </li>
      ))}
      {matter.status === 'open' &&
        ahead.map((step) => (
          <li key={step} className="quiet">
            {matter.route.steps[step]!.name} 尚未到
          </li>
        ))}
    </ol>
  );
}

function VisitLines({ matter, visit, page }: { matter: Matter; visit: Visit; page: MatterPage }) {
  const walks = matter.visits.filter(({ step }) => step === visit.step).indexOf(visit) + 1;
  return (
    <>
      <strong>
        {matter.route.steps[visit.step]!.name}
        {walks > 1 && `（第 ${walks} 次）`}
      </strong>{' '}
      {visitWords[visit.status]}
      <ul>
        {visit.seats.map((seat) => (
          <SeatLine key={seat.id} matter={matter} visit={visit} seat={seat} page={page} />
        ))}
      </ul>
    </>
  );
}

function SeatLine({ matter, visit, seat, page }: { matter: Matter; visit: Visit; seat: Seat; page: MatterPage }) {
  const said = visit.said.filter((one) => one.seat === seat.id);
  return (
    <li>
      {ownerWords(seat.owner, page.bodies)} {seatWords[seat.kind]} {owedWord(matter, visit, seat)}
      {said.map((one) => (
        <div key={`${one.at}${one.decision}`} className={one.standing === 'stands' ? undefined : 'quiet'}>
          {visit.step === draftStep ? '送审' : saidWords[one.decision]}
          {standingWords[one.standing]} · {speakerWords(one, page.people)} · 第 {one.document} 版 ·{' '}
          {beijingTime(one.at)}
          {one.opinion && <q>{page.texts[one.opinion] ?? one.opinion}</q>}
        </div>
      ))}
    </li>
  );
}

function owedWord(matter: Matter, visit: Visit, seat: Seat): string {
  if (seat.gone === 'reassigned') return '已转办';
  if (seat.gone === 'removed') return '已减签';
  const state = stateOf(visit, seat, matter.route.steps[visit.step]!);
  if (state === 'acted') return '';
  if (visit.status !== 'active') return visit.status === 'paused' ? '待补正后办理' : '未办';
  return state === 'open' ? '待办' : '等前一签署人';
}
