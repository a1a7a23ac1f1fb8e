import { useEffect } from 'react';
import { Link } from 'react-router';
import { ruleRegister } from '#domain/rulebook/register/register';
import { clauses } from '#domain/rulebook/clauses';
import { stages } from '#domain/lifecycle';
import { enforcementLabels } from '#labels/zh/rules';
import { stageLabels, stageName } from '#labels/zh/stages';
import { useAddress, useAddressParts } from '../parts/address';
import { FilterChoice } from '../parts/FilterChoice';
import { Empty } from '../parts/States';

/** Every rule beside the paragraph of the opinion, or the law, that it carries out. */
export function RuleList() {
  const [q] = useAddress('q');
  const [stage] = useAddress('stage');
  const [enforcement] = useAddress('enforcement');
  const set = useAddressParts();
  useEffect(() => {
    document.title = '规则 · 以工';
  }, []);
  const found = ruleRegister.filter(
    (rule) =>
      (stage === '' || rule.stage === stage) &&
      (enforcement === '' || rule.enforcement === enforcement) &&
      (q === '' || `${rule.id}${rule.zh}${rule.clause}`.toLowerCase().includes(q.toLowerCase())),
  );
  const groups = Map.groupBy(found, ({ clause }) => clause);
  return (
    <section className="rules">
      <header className="page-head">
        <h1>规则 {found.length}</h1>
        <div className="filters" role="search">
          <input
            type="search"
            className="native"
            aria-label="搜索规则"
            placeholder="编号或文字"
            value={q}
            onChange={(event) => set({ q: event.target.value })}
          />
          <FilterChoice
            label="阶段"
            all="全部阶段"
            options={[
              ...stages.map((one) => [one, stageLabels[one]] as const),
              ['evaluation', '年度评估'],
              ['cross', '通用'],
            ]}
            value={stage}
            choose={(value) => set({ stage: value })}
          />
          <FilterChoice
            label="作用"
            all="全部作用"
            options={Object.entries(enforcementLabels)}
            value={enforcement}
            choose={(value) => set({ enforcement: value })}
          />
        </div>
      </header>
      {found.length === 0 && <Empty>没有符合条件的规则。</Empty>}
      {[...groups].map(([clause, rules]) => (
        <section key={clause} className="clause-block" aria-label={clause}>
          <ClauseText clause={clause} />
          <ul className="plain-list">
            {rules.map(({ id, zh, enforcement: how, stage: where }) => (
              <li key={id}>
                <Link to={`/rules/${id}`}>{id}</Link> {zh}{' '}
                <span className="quiet">
                  {enforcementLabels[how]} · {where === 'evaluation' ? '年度评估' : stageName(where)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** The paragraph itself, where the clause is one of the opinion's. */
export function ClauseText({ clause }: { clause: string }) {
  const paragraph = clauses.find(({ id }) => id === clause);
  return (
    <blockquote>
      <h2>{paragraph ? `${paragraph.id} ${paragraph.label} ${paragraph.heading}` : clause}</h2>
      {paragraph && <p>{paragraph.text}</p>}
    </blockquote>
  );
}
