import { useEffect } from 'react';
import { Link } from 'react-router';
import { commandLabel } from '#labels/zh/commands';
import type { CommandFormProps } from '../forms/CommandForm';
import { ClauseTag } from '../parts/ClauseTag';
import { today } from '../parts/format';

/** Where a form would stand: a project comes on the list by its district's plan. */
export function ListedByPlan({ type, project }: CommandFormProps) {
  useEffect(() => {
    document.title = `${commandLabel(type)} · 以工`;
  }, [type]);
  if (!project) return null;
  const { district } = project.project;
  const year = today().slice(0, 4);
  return (
    <section aria-label={commandLabel(type)}>
      <h2>{commandLabel(type)}</h2>
      <p className="basis">
        依据 <ClauseTag rule="R-PLAN-04" clause="CL-31" />
      </p>
      <p>
        项目由本区年度项目清单列入，不在这里单独办理：由发展改革、农业农村部门编入年度计划，公示、审定后自动记入；计划已经审定的，在清单中办理“增加项目”。
      </p>
      <p>
        <Link className="button primary" to={`/plans/${district}/${year}`}>
          打开 {year} 年度计划
        </Link>
      </p>
    </section>
  );
}
