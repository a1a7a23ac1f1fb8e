import type { StageGates } from '#contracts/http/projects';
import { acceptanceGates } from '#domain/acceptance/rules';
import { approvalGates } from '#domain/approval/gates';
import { civilDateOf } from '#domain/calendar';
import { constructionGates } from '#domain/construction/rules';
import type { AnyFacts } from '#domain/facts';
import { isSegmentStage, stageIndex, stages, type Stage } from '#domain/lifecycle';
import { maintenanceGates } from '#domain/maintenance/rules';
import { type AtGate, mobilizationGates } from '#domain/mobilization/rules';
import { listGates } from '#domain/planning/rules';
import type { Project, Segment } from '#domain/project';
import { commandTypes, definitionOf, type CommandType } from '#domain/registry';
import { gatesFrom, type Check } from '#domain/rules';
import { trainingGates } from '#domain/training/rules';
import { wagesGates } from '#domain/wages/segment-rules';

/** The checks that each stage's leaving command is held to. */
const checks: Readonly<Record<Stage, readonly Check<AtGate>[]>> = {
  planning: listGates,
  approval: approvalGates,
  mobilization: mobilizationGates,
  training: trainingGates,
  construction: constructionGates,
  wages: wagesGates,
  acceptance: acceptanceGates,
  maintenance: maintenanceGates,
};

const leaving = (stage: Stage): CommandType | undefined =>
  commandTypes.find((type) => definitionOf(type).leaves && definitionOf(type).stage === stage);

type ReadFacts = (command: CommandType, segmentId: string | null) => Promise<AnyFacts>;

/**
 * Every stage with the command that leaves it and, for those not yet left, its gates as they stand.
 * @param now ISO instant of the look
 * @param readFacts null where the facts of that moment are not known any more: then the stages alone are told
 */
export async function stageGates(project: Project, now: string, readFacts: ReadFacts | null): Promise<StageGates[]> {
  const found: StageGates[] = [];
  for (const stage of stages) {
    const command = leaving(stage);
    if (!command) continue;
    for (const segment of isSegmentStage(stage) ? project.segments : [null]) {
      const state = segment ? segmentState(segment, stage) : projectState(project, stage);
      const facts =
        readFacts && (state === 'now' || state === 'ahead') ? await readFacts(command, segment?.id ?? null) : null;
      const at = facts && { project, facts, on: civilDateOf(now), ...(segment && { segment }) };
      found.push({
        stage,
        segmentId: segment?.id ?? null,
        state,
        command,
        who: definitionOf(command).who.filter((role) => role !== 'system'),
        gates: at ? gatesFrom(checks[stage], at) : [],
      });
    }
  }
  return found;
}

function segmentState({ stage: current }: Segment, stage: Stage): StageGates['state'] {
  if (current === 'done') return 'done';
  return current === 'waiting' ? 'ahead' : compared(stage, current);
}

function projectState({ phase, planning, segments }: Project, stage: Stage): StageGates['state'] {
  const adopted = planning?.adoption?.stage;
  if (adopted && stageIndex(stage) < stageIndex(adopted)) return 'preceded';
  if (phase !== 'segments') return compared(stage, phase);
  if (stageIndex(stage) < stageIndex('mobilization')) return 'done';
  return stage === 'acceptance' && segments.every((segment) => segment.stage === 'done') ? 'now' : 'ahead';
}

function compared(stage: Stage, current: Stage): StageGates['state'] {
  if (stage === current) return 'now';
  return stageIndex(stage) < stageIndex(current) ? 'done' : 'ahead';
}
