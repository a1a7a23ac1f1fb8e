import type { History } from '#contracts/http/history';
import type { Project } from '#domain/project';
import { stageOf } from '#domain/project';
import type { Step } from '#domain/replay';
import { clauseLabel } from '#domain/rulebook/clauses';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { postKindName } from '#labels/zh/roles';
import { stageLabels } from '#labels/zh/stages';
import { projectStatusLabels, segmentStageLabels } from '#labels/zh/terms';
import { useProject } from '../http/queries';
import { beijingMinute } from '../parts/format';
import { sameJson } from './verify';

/** The stream after the event looked at, as folded here: its stage, who owed what, and whether the server says the same. */
export function StateThen({ stream, step: { after }, history }: { stream: StreamId; step: Step; history: History }) {
  const ownerName = (owner: { body: string; post?: string } | { person: string }) =>
    'person' in owner
      ? '务工人员本人'
      : `${history.bodies[owner.body] ?? owner.body}${owner.post ? ` ${postKindName(owner.post)}` : ''}`;
  return (
    <aside className="state-then" aria-label="当时的情况">
      <h2>当时的情况（第 {after.version} 条之后）</h2>
      {kindOf(stream) === 'project' && <ProjectThen project={after.subject as Project} />}
      <h3>各人当时的待办 {after.duties.length}</h3>
      {after.duties.length === 0 && <p className="quiet">没有未了的事项。</p>}
      <ul className="plain-list">
        {after.duties.map((duty) => (
          <li key={duty.key}>
            <strong>{ownerName(duty.owner)}</strong> {commandLabel(duty.command)}{' '}
            <span className="quiet">
              {clauseLabel(duty.clause)} · {duty.rule}
              {duty.dueAt && ` · 至 ${beijingMinute(duty.dueAt)}`}
            </span>
            {duty.lapsed && <span className="lamp-late"> 已逾期</span>}
          </li>
        ))}
      </ul>
      {kindOf(stream) === 'project' && (
        <SameAsServer projectId={keyOf(stream)} revision={after.version} project={after.subject} />
      )}
      <details>
        <summary>全部内容</summary>
        <pre>{JSON.stringify(after.subject, null, 2)}</pre>
      </details>
    </aside>
  );
}

function ProjectThen({ project }: { project: Project }) {
  return (
    <dl className="facts">
      <dt>阶段</dt>
      <dd>
        {stageLabels[stageOf(project)]} · {projectStatusLabels[project.status]}
      </dd>
      {project.segments.map((segment) => (
        <div key={segment.id} className="pair">
          <dt>{segment.name}</dt>
          <dd>
            {segmentStageLabels[segment.stage]} · 登记 {segment.mobilization.enrolled} 人 · 签协议{' '}
            {segment.mobilization.agreed} 人
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same fold, made twice: here and by the server. */
function SameAsServer({ projectId, revision, project }: { projectId: string; revision: number; project: unknown }) {
  const server = useProject(projectId, { revision });
  if (server.isPlaceholderData || server.isPending) return <p role="status">正在与服务器核对…</p>;
  if (!server.data) return <p role="status">未能与服务器核对</p>;
  return sameJson(server.data.project, project) ? (
    <p role="status" className="passed">
      本机重放 {revision} 条，与服务器一致 ✔
    </p>
  ) : (
    <p role="alert" className="lamp-late">
      本机重放 {revision} 条，与服务器不一致 ✘
    </p>
  );
}
