import type { MatterPage } from '#contracts/http/matters';
import { standingPause } from '#domain/signoff/clocks';
import { currentVisit } from '#domain/signoff/matter';
import { votesNeeded, type Flow } from '#domain/signoff/route';
import { openSeatsOf, votesOf } from '#domain/signoff/tally';
import { beijingMinute } from '../parts/format';
import { modeWords, ownerWords, passedOverWords, visitMarks, visitWords } from './words';

/** The route as it is drawn: done, now, to come, branches side by side. The list below says the same to those who hear it. */
export function RouteDiagram({ page }: { page: MatterPage }) {
  return (
    <div className="route-diagram" aria-hidden="true">
      <Part flow={page.state.route.flow} page={page} />
    </div>
  );
}

function Part({ flow, page }: { flow: Flow; page: MatterPage }) {
  if (typeof flow === 'string') return <StepBox id={flow} page={page} />;
  const together = 'together' in flow;
  const parts = together ? flow.together : flow;
  return (
    <div className={together ? 'branches' : 'row'}>
      {parts.map((part, index) => (
        <div key={index} className="leg">
          <Part flow={part} page={page} />
        </div>
      ))}
    </div>
  );
}

function StepBox({ id, page }: { id: string; page: MatterPage }) {
  const { state, duties, bodies } = page;
  const step = state.route.steps[id]!;
  const visit = currentVisit(state, id);
  const walks = state.visits.filter((one) => one.step === id).length;
  const votes = visit ? votesOf(visit, step) : [];
  const agreed = votes.filter((vote) => vote === 'agree').length;
  const open = visit && state.status === 'open' ? openSeatsOf(state, visit) : [];
  const since = duties.find(({ key }) => open.some((seat) => seat.id === key))?.since;
  return (
    <div className={`step ${visit ? visit.status : 'ahead'}`}>
      <strong>
        {visit ? visitMarks[visit.status] : '○'} {step.name}
        {step.signers.length > 1 && ` ${agreed}/${votesNeeded(step.mode, step.signers.length)}`}
      </strong>
      <small>
        {visit ? visitWords[visit.status] : '尚未到'}
        {visit && standingPause(state, visit.id) && '，暂停计时'}
        {step.signers.length > 1 && ` · ${modeWords(step.mode)}`}
        {walks > 1 && ` · 第 ${walks} 次`}
      </small>
      {visit?.passedOver.map((one) => (
        <small key={one.seat}>{passedOverWords(one, page)}</small>
      ))}
      {open.length > 0 && (
        <small>
          {open.map(({ owner }) => ownerWords(owner, bodies)).join('、')}
          {since && (
            <>
              ，自 <span className="date">{beijingMinute(since).slice(5)}</span>
            </>
          )}
        </small>
      )}
    </div>
  );
}
