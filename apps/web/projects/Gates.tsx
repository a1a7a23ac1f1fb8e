import { Link } from 'react-router';
import type { ProjectPage, StageGates } from '#contracts/http/projects';
import type { Gate } from '#domain/rules';
import { segmentOf } from '#domain/project';
import { isHeard } from '#domain/registry';
import { commandLabel } from '#labels/zh/commands';
import { roleName } from '#labels/zh/roles';
import { stageLabels, stageStateLabels } from '#labels/zh/stages';
import { actPath } from '../forms/act-path';
import { WayPast } from '../forms/WayPast';
import { ClauseTag } from '../parts/ClauseTag';
import { withBodyNames } from '../parts/event-words';
import { Empty } from '../parts/States';
import { useProjectPage } from './ProjectPage';

/** Every stage's gates: met, or what is missing and whose duty it is. */
export function Gates() {
  const page = useProjectPage();
  if (page.gates.length === 0) return <Empty>本项目已经结束，没有要满足的条件。</Empty>;
  return (
    <div className="gates">
      {page.gates.map((stage) => (
        <StageBlock key={`${stage.stage}-${stage.segmentId ?? ''}`} page={page} stage={stage} />
      ))}
    </div>
  );
}

function StageBlock({ page, stage }: { page: ProjectPage; stage: StageGates }) {
  const segment = stage.segmentId ? segmentOf(page.project, stage.segmentId) : undefined;
  return (
    <section id={stage.segmentId ? undefined : stage.stage} className={`gate-stage ${stage.state}`}>
      <h2>
        {stageLabels[stage.stage]}
        {segment && page.project.segments.length > 1 && ` · ${segment.name}`}
        <span className="quiet"> {stageStateLabels[stage.state]}</span>
      </h2>
      {stage.state === 'now' && <Leaving page={page} stage={stage} />}
      {stage.state === 'now' && page.at === null && (
        <WayPast
          stream={`project/${page.id}`}
          command={stage.command}
          segmentId={stage.segmentId ?? undefined}
          rules={stage.gates.filter(({ holds }) => !holds).map(({ rule }) => rule)}
        />
      )}
      {stage.state !== 'done' && (
        <ul className="gate-list">
          {stage.gates.map((gate, index) => (
            <GateLine key={`${gate.rule}-${index}`} gate={gate} bodies={page.bodies} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** How many are missing, and who ends the stage when none is. */
export function Leaving({ page, stage }: { page: ProjectPage; stage: StageGates }) {
  const missing = stage.gates.filter(({ holds }) => !holds).length;
  const mine = page.may.includes(stage.command) && page.at === null;
  const who = stage.who.map(roleName).join('、');
  return (
    <p>
      {missing > 0 ? (
        <>
          离开「{stageLabels[stage.stage]}」还差 {missing} 项
        </>
      ) : mine ? (
        <Link
          className="button primary"
          to={actPath(`project/${page.id}`, stage.command, { segmentId: stage.segmentId ?? undefined })}
        >
          办理：{commandLabel(stage.command)}
        </Link>
      ) : isHeard(stage.command) ? (
        <>
          各项已满足，随本区年度项目清单<Link to={actPath(`project/${page.id}`, stage.command)}>列入</Link>
        </>
      ) : (
        <>
          各项已满足，由{who}办理「{commandLabel(stage.command)}」
        </>
      )}
    </p>
  );
}

export function GateLine({ gate, bodies }: { gate: Gate; bodies: ProjectPage['bodies'] }) {
  return (
    <li className={gate.holds ? 'met' : 'unmet'}>
      <span className="gate-state">{gate.holds ? '✔ 已满足' : '✘ 未满足'}</span>
      <span>
        {gate.need}
        {!gate.holds && (
          <>
            ；现在：{withBodyNames(gate.found, bodies)}。<span className="mend">{gate.mend}</span>
          </>
        )}
      </span>
      <ClauseTag rule={gate.rule} clause={gate.clause} />
    </li>
  );
}
