import { acceptanceCommands } from './acceptance/messages';
import { approvalCommands } from './approval/messages';
import type { CommandDefinition, DataOf } from './command';
import { constructionCommands } from './construction/messages';
import { documentCommands } from './document/messages';
import { evaluationCommands } from './evaluation/messages';
import { genericCommands } from './generic';
import { maintenanceCommands } from './maintenance/messages';
import { mobilizationCommands } from './mobilization/messages';
import { organizationCommands } from './organization/messages';
import { planCommands } from './plan/messages';
import { planningCommands } from './planning/messages';
import { rulebookCommands } from './rulebook/messages';
import { isOrgan, type BodyKind } from './organization/roles';
import { matterKindOf, ofEachParty, type MatterAct } from './signoff/matter-acts';
import { signoffCommands } from './signoff/messages';
import { steeringCommands } from './steering/messages';
import { districtCourseCommands } from './training/district-course';
import { trainingCommands } from './training/messages';
import { segmentWagesCommands, wagesCommands } from './wages/messages';

/** Commands of `project/<id>`, stage by stage. */
export const projectCommands = {
  ...planningCommands,
  ...approvalCommands,
  ...mobilizationCommands,
  ...trainingCommands,
  ...constructionCommands,
  ...segmentWagesCommands,
  ...acceptanceCommands,
  ...maintenanceCommands,
  ...steeringCommands,
};

/** Every command of the system: API routes, OpenAPI, forms, labels and the CLI read this. */
export const registry = {
  ...projectCommands,
  ...signoffCommands,
  ...planCommands,
  ...wagesCommands,
  ...organizationCommands,
  ...districtCourseCommands,
  ...rulebookCommands,
  ...evaluationCommands,
  ...documentCommands,
  ...genericCommands,
};
export type Registry = typeof registry;
export type CommandType = keyof Registry;
export type CommandData<T extends CommandType> = DataOf<Registry[T]>;

export const commandTypes = Object.keys(registry) as CommandType[];
export const isCommandType = (type: string): type is CommandType => Object.hasOwn(registry, type);
export const definitionOf = (type: CommandType): CommandDefinition => registry[type];

/** Heard from another stream: nobody gives it by hand, but for papers from before. */
export const isHeard = (type: string): boolean => isCommandType(type) && definitionOf(type).heard === true;

/** A command that may come of a matter's agreed end; `matterKindOf` names its route. */
export const isMatterAct = (type: string): type is MatterAct['type'] => Object.hasOwn(matterKindOf, type);

/**
 * A command that no post of such a body gives by itself: a duty that asks for it, and its form, open the start of a matter.
 * @param by kind of the body that gives it; an organ where nothing is said
 */
export const isCountersigned = (type: string, by?: BodyKind | null): type is MatterAct['type'] =>
  isMatterAct(type) && (by === undefined || isOrgan(by) || !ofEachParty.includes(type));
