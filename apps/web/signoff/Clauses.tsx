import type { MatterPage } from '#contracts/http/matters';
import { dutiesIn, type DutyFound } from '#domain/document/requirement-duties';
import { ruleWords } from '#labels/zh/rules';
import { withBodyNames } from '../parts/event-words';
import { Clause, ClauseTag } from '../parts/ClauseTag';
import type { Reading } from './use-reading';

/** What a matter is held against: the duties its text must state, and the rules of the act. */
export interface ClauseChecks {
  duties: readonly DutyFound[];
  met: number;
  all: number;
}

export function clauseChecks({ checks }: MatterPage, { now, faceAt }: Reading): ClauseChecks {
  const face = faceAt(now);
  const { requirement } = now.act.data as { requirement?: string };
  const text = face ? face.sections.map((section) => section.text).join('\n') : requirement;
  const duties = text === undefined ? [] : dutiesIn(text);
  const found = duties.filter(({ words }) => words !== null).length;
  const held = new Set(checks.held.map(({ rule }) => rule)).size;
  return { duties, met: found + held, all: duties.length + held + checks.broken.length };
}

/** Each duty with the words that meet it, each rule with what was compared, and how to mend what is broken. */
export function Clauses({
  page: { checks, bodies, state },
  duties,
}: {
  page: MatterPage;
  duties: readonly DutyFound[];
}) {
  const held = [...new Map(checks.held.map((gate) => [gate.rule, gate])).values()];
  return (
    <>
      {checks.broken.length > 0 && (
        <>
          <h3 className="lamp-late">不符合的规定 {checks.broken.length}</h3>
          <p>照现在的内容，最后一步签署会被退回或须说明理由。</p>
          <ol>
            {checks.broken.map(({ rule, clause, level, need, found, mend }, index) => (
              <li key={`${rule}-${index}`}>
                {level === 'warn' ? '提示' : '✘ 不符'} <ClauseTag rule={rule} clause={clause} /> {ruleWords(rule)}
                <div>
                  要求：{withBodyNames(need, bodies)}；现在：{withBodyNames(found, bodies)}
                </div>
                <div>怎么改：{mend}</div>
              </li>
            ))}
          </ol>
        </>
      )}
      {duties.length > 0 && (
        <>
          <h3>正文中的以工代赈要求</h3>
          <ul className="plain-list" aria-label="以工代赈要求逐项">
            {duties.map(({ clause, duty, words }) => (
              <li key={duty}>
                <span aria-hidden="true">{words === null ? '✘' : '✔'}</span> {duty}（<Clause clause={clause} />
                ）：
                {words === null ? <strong className="lamp-late">未找到</strong> : <mark>{words}</mark>}
              </li>
            ))}
          </ul>
        </>
      )}
      {held.length > 0 && (
        <>
          <h3>符合的规定 {held.length}</h3>
          <ul className="plain-list">
            {held.map(({ rule, clause, need, found }) => (
              <li key={rule}>
                <span className="passed">✔</span> <ClauseTag rule={rule} clause={clause} /> {ruleWords(rule)}
                <div className="quiet">
                  要求：{withBodyNames(need, bodies)}；现在：{withBodyNames(found, bodies)}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {state.status !== 'open' && <p className="quiet">事项已办结，不再按现在的记录核对。</p>}
      {state.status === 'open' && checks.broken.length === 0 && (
        <p className="passed">按现在的记录核对，没有不符合的规定。</p>
      )}
    </>
  );
}
