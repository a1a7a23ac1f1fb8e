import type { MatterPage } from '#contracts/http/matters';
import { passedOverAt, type Matter, type Said, type Seat, type Visit } from '#domain/signoff/matter';
import { draftStep, stepsBeside, stepsIn } from '#domain/signoff/route';
import { stateOf } from '#domain/signoff/tally';
import { speakerWords } from '../parts/acting-words';
import { beijingMinute } from '../parts/format';
import { Stops } from './Stops';
import { modeWords, ownerWords, passedOverWords, saidMarks, saidWords, seatWords, visitWords } from './words';

/** The route as a list: what was done and by whom, what is owed now and since when, what lies ahead. */
export function RouteList({ page }: { page: MatterPage }) {
  const { state: matter } = page;
  const ahead = stepsIn(matter.route.flow).filter((step) => matter.current[step] === undefined);
  return (
    <ol className="route" tabIndex={-1} aria-label="办理过程">
      {matter.visits.map((visit) => (
        <li key={visit.id} aria-current={visit.status === 'active' ? 'step' : undefined}>
          <VisitLines visit={visit} page={page} />
        </li>
      ))}
      {matter.status === 'open' &&
        ahead.map((step) => (
          <li key={step} className="quiet">
            {matter.route.steps[step]!.name}
            {besideWords(step, matter)} 尚未到：
            {matter.route.steps[step]!.signers.map((owner) => ownerWords(owner, page.bodies)).join('、')}
          </li>
        ))}
    </ol>
  );
}

function VisitLines({ visit, page }: { visit: Visit; page: MatterPage }) {
  const { state: matter } = page;
  const walks = matter.visits.filter(({ step }) => step === visit.step).indexOf(visit) + 1;
  const step = matter.route.steps[visit.step]!;
  return (
    <>
      <strong>
        {step.name}
        {walks > 1 && `（第 ${walks} 次）`}
      </strong>{' '}
      {visitWords[visit.status]}
      <span className="quiet">
        {step.signers.length > 1 && ` · ${modeWords(step.mode)}`}
        {besideWords(visit.step, matter)}
      </span>
      <Stops visit={visit} page={page} />
      <ul>
        {visit.seats.map((seat) => (
          <SeatLine key={seat.id} visit={visit} seat={seat} page={page} />
        ))}
      </ul>
    </>
  );
}

/** ` · 与“财政会签”并行`: which steps run at the same time. */
function besideWords(step: string, { route: { flow, steps } }: Matter): string {
  const beside = stepsBeside(flow, step).map((one) => `“${steps[one]!.name}”`);
  return beside.length > 0 ? ` · 与${beside.join('、')}并行` : '';
}

function SeatLine({ visit, seat, page }: { visit: Visit; seat: Seat; page: MatterPage }) {
  const said = visit.said.filter((one) => one.seat === seat.id);
  return (
    <li>
      {ownerWords(seat.owner, page.bodies)} {seatWords[seat.kind]} <Owed visit={visit} seat={seat} page={page} />
      {said.map((one) => (
        <div key={`${one.at}${one.decision}`} className={one.standing === 'stands' ? undefined : 'quiet'}>
          {sayingWords(one, visit, page)} · {speakerWords(one, page.people)} ·{' '}
          <span className="date">{beijingMinute(one.at)}</span>
        </div>
      ))}
    </li>
  );
}

/** `✔ 同意 · 第 4 版`, `◌ 同意（旧）在第 3 版上，须按第 4 版再看`, `↩ 撤回同意（保留可见）`. */
export function sayingWords(
  { decision, standing, document }: Said,
  { step, status }: Visit,
  { state }: MatterPage,
): string {
  const what = step === draftStep && decision === 'agree' ? '送审' : saidWords[decision];
  if (standing === 'withdrawn') return `↩ 撤回${what}（保留可见）· 第 ${document} 版`;
  if (standing === 'stands') return `${saidMarks[decision]} ${what} · 第 ${document} 版`;
  const again = status === 'active' || status === 'paused' ? `，须按第 ${state.document.version} 版再看` : '';
  return `◌ ${what}（旧）在第 ${document} 版上${again}`;
}

function Owed({ visit, seat, page }: { visit: Visit; seat: Seat; page: MatterPage }) {
  const { state, duties, mine, opened } = page;
  if (seat.gone === 'reassigned') return '已转办';
  if (seat.gone === 'removed') return '已减签';
  const standing = stateOf(visit, seat, state.route.steps[visit.step]!);
  if (standing === 'acted') return '';
  const elsewhere = passedOverAt(visit, seat.id);
  if (elsewhere) return `↷ ${passedOverWords(elsewhere, page)}`;
  if (visit.status !== 'active') return visit.status === 'paused' ? '待补正后办理' : '未办';
  if (standing !== 'open') return '等前一签署人';
  const since = duties.find(({ key }) => key === seat.id)?.since;
  const own = mine.some((one) => one.seat === seat.id);
  const at = opened[seat.id];
  return (
    <>
      ◉ {own && '您，'}待办
      {since && (
        <>
          ，自 <span className="date">{beijingMinute(since)}</span>
        </>
      )}
      {!own && (at ? ` · 已读 ${beijingMinute(at).slice(5)}` : ' · 未读')}
    </>
  );
}
