import { Link } from 'react-router';
import type { ProjectPage } from '#contracts/http/projects';
import { stages } from '#domain/lifecycle';
import { definitionOf, isCommandType, type CommandType } from '#domain/registry';
import { commandLabel } from '#labels/zh/commands';
import { stageName } from '#labels/zh/stages';
import { actPath } from '../forms/act-path';

/** What my posts allow here now: what is owed or leaves the stage as buttons, everything else by stage in a list. */
export function Acts({ page }: { page: ProjectPage }) {
  const may = page.may.filter(isCommandType);
  if (may.length === 0) return null;
  const owed = new Set(page.duties.map(({ command }) => command));
  const first = may.filter((type) => owed.has(type) || (definitionOf(type).leaves && ready(page, type)));
  const byStage = [...stages, 'cross' as const]
    .map((stage) => ({ stage, types: may.filter((type) => definitionOf(type).stage === stage) }))
    .filter(({ types }) => types.length > 0);
  return (
    <div className="acts-here">
      {first.slice(0, 4).map((type) => (
        <Link key={type} className="button primary" to={actPath(`project/${page.id}`, type)}>
          {definitionOf(type).leaves ? `办理：${commandLabel(type)}` : commandLabel(type)}
        </Link>
      ))}
      <details>
        <summary className="button">可办事项 {may.length}</summary>
        <div className="menu">
          {byStage.map(({ stage, types }) => (
            <section key={stage} aria-label={stageName(stage)}>
              <h3>{stageName(stage)}</h3>
              <ul>
                {types.map((type) => (
                  <li key={type}>
                    <Link to={actPath(`project/${page.id}`, type)}>{commandLabel(type)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </details>
    </div>
  );
}

/** All gates of the stage that this act leaves are met. */
const ready = ({ gates }: ProjectPage, type: CommandType): boolean =>
  gates.some((stage) => stage.command === type && stage.state === 'now' && stage.gates.every(({ holds }) => holds));
