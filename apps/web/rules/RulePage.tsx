import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { isRuleId, ruleOf } from '#domain/rulebook/register/register';
import { parameterLabel } from '#labels/zh/parameters';
import { confidenceLabels, enforcementLabels, forceLabels, sourceLabels } from '#labels/zh/rules';
import { stageName } from '#labels/zh/stages';
import { Failure } from '../parts/States';
import { ClauseText } from './RuleList';

export function RulePage() {
  const { id = '' } = useParams();
  useEffect(() => {
    document.title = `${id} · 以工`;
  }, [id]);
  if (!isRuleId(id)) return <Failure error={new Error('no rule')} />;
  const rule = ruleOf(id);
  return (
    <section className="rules">
      <p>
        <Link to="/rules">‹ 规则</Link>
      </p>
      <h1>{rule.id}</h1>
      <div className="beside">
        <div>
          <p className="big">{rule.zh}</p>
          <dl className="facts">
            <dt>不满足时</dt>
            <dd>{enforcementLabels[rule.enforcement]}</dd>
            <dt>用词</dt>
            <dd>{forceLabels[rule.force]}</dd>
            <dt>阶段</dt>
            <dd>{rule.stage === 'evaluation' ? '年度评估' : stageName(rule.stage)}</dd>
            <dt>来源</dt>
            <dd>
              {sourceLabels[rule.source]} · {confidenceLabels[rule.confidence]}
            </dd>
            {rule.otherSource && (
              <>
                <dt>另据</dt>
                <dd>{rule.otherSource}</dd>
              </>
            )}
            <dt>可否变通</dt>
            <dd>{rule.overridable ? '有权岗位说明理由后可以' : '不可以'}</dd>
            {rule.parameters.length > 0 && (
              <>
                <dt>用到的参数</dt>
                <dd>{rule.parameters.map(parameterLabel).join('、')}</dd>
              </>
            )}
          </dl>
        </div>
        <ClauseText clause={rule.clause} />
      </div>
    </section>
  );
}
