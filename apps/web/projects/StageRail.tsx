import { Link } from 'react-router';
import type { ProjectPage } from '#contracts/http/projects';
import { isSegmentStage, stageIndex, stages, type Stage } from '#domain/lifecycle';
import { worksSegments } from '#domain/project';
import { stageLabels } from '#labels/zh/stages';

const marks = { done: '✔', now: '●', ahead: '○' } as const;
const words = { done: '已完成', now: '正在办理', ahead: '未到' } as const;

/** The eight stages in order; those that belong to segments say how many of them are past. */
export function StageRail({ page }: { page: ProjectPage }) {
  return (
    <ol className="rail" aria-label="八个阶段">
      {stages.map((stage) => {
        const state = stateOf(page, stage);
        return (
          <li key={stage} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <Link to={`/projects/${page.id}/gates#${stage}`}>
              <span aria-hidden="true">{marks[state]}</span> {stageLabels[stage]}
              <span className="visually-hidden">{words[state]}</span>
              <Passed page={page} stage={stage} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf({ stage: current, project }: ProjectPage, stage: Stage): keyof typeof marks {
  if (stage === current && project.status !== 'closed') return 'now';
  return stageIndex(stage) <= stageIndex(current) ? 'done' : 'ahead';
}

/** n of m, where a project has several segments. */
function Passed({ page: { project }, stage }: { page: ProjectPage; stage: Stage }) {
  const segments = worksSegments(project);
  if (!isSegmentStage(stage) || segments.length < 2) return null;
  const past = segments.filter(
    (segment) =>
      segment.stage === 'done' || (segment.stage !== 'waiting' && stageIndex(segment.stage) > stageIndex(stage)),
  ).length;
  return (
    <small>
      {past}/{segments.length}
    </small>
  );
}
