import type { MatterPage } from '#contracts/http/matters';
import type { Me } from '#contracts/http/session';
import { clauseOf } from '#domain/rules';
import { standingOf, type Seat, type Visit } from '#domain/signoff/matter';
import { beijingTime } from '../parts/format';
import { scopeWords, speakerWords } from '../parts/acting-words';
import { ClauseTag } from '../parts/ClauseTag';
import { choicesOf } from './choices';
import { matterWords, saidWords } from './words';

/** Why there is nothing for me to decide here, and who may: the rule, what I said already, whoever has it now. */
export function WhyNot({ page, me }: { page: MatterPage; me: Me }) {
  const { state, ended, mine, duties } = page;
  if (ended) {
    return (
      <p role="status">
        <strong>{matterWords[state.status]}</strong> · {beijingTime(ended.at)} · 记录号 {ended.revision}
      </p>
    );
  }
  const [seat] = mine;
  if (seat) {
    return seat.against.map(({ rule, clause, found, mend }) => (
      <p key={rule} role="status">
        <strong>您不能办理：{found}</strong>（<ClauseTag rule={rule} clause={clause} />
        ）。{mend}。
      </p>
    ));
  }
  const deciding = duties.filter(({ command }) => command === 'giveDecision' || command === 'submitDraft');
  const holders = [...new Set(deciding.map(({ ownerName }) => ownerName))];
  const owes = choicesOf(page).owed.length > 0;
  return (
    <p className="quiet" role="status">
      {page.drafted && (
        <>
          <strong>您不能办理：您是起草人</strong>（<ClauseTag rule="R-OA-16" clause={clauseOf('R-OA-16')} />
          ）。
        </>
      )}
      {mySaid(page, me) ?? (page.drafted || owes ? '' : '现在没有需要您办理的环节。')}
      {holders.length > 0 && `现由 ${holders.join('、')} 办理。`}
      {beyondScope(page, me).map((post) => (
        <span key={post.delegation} className="line">
          <strong>
            不在您代{post.holderName ?? '空缺岗位'}办理的范围之内：{scopeWords(post)}
          </strong>
          （
          <ClauseTag rule="R-OA-13" clause={clauseOf('R-OA-13')} />
          ）。
        </span>
      ))}
    </p>
  );
}

/** Posts I act for that owe something here, but not by what I was asked to do for them. */
const beyondScope = ({ duties }: MatterPage, { acting }: Me) =>
  acting.filter((post) =>
    duties.some(({ owner }) => 'body' in owner && owner.body === post.body && owner.post === post.postKind),
  );

/** What I said last, or who settled the step in my place. */
function mySaid({ state, people }: MatterPage, me: Me): string | undefined {
  const isMine = ({ owner }: Seat) =>
    [...me.posts, ...me.acting].some(({ body, postKind }) => body === owner.body && postKind === owner.post);
  const mine = state.visits.flatMap((visit) => visit.seats.filter(isMine).map((seat): [Visit, Seat] => [visit, seat]));
  const last = mine.at(-1);
  if (!last) return undefined;
  const [visit, seat] = last;
  const said = standingOf(visit, seat.id);
  if (said) {
    const what = visit.step === 'draft' ? '送审' : saidWords[said.decision];
    return `您的岗位已于 ${beijingTime(said.at)} 办理：${what}（第 ${said.document} 版）。`;
  }
  if (visit.status !== 'passed') return undefined;
  const other = visit.said.findLast(({ standing }) => standing === 'stands');
  return other && `已由 ${speakerWords(other, people)} 于 ${beijingTime(other.at)} 办结。`;
}
