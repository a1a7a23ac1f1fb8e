import { z } from 'zod';
import { command } from '../command';
import { segmentStages } from '../lifecycle';
import { takingPart } from '../organization/roles';
import { acceptanceCommands } from '../acceptance/messages';
import { approvalCommands } from '../approval/messages';
import { constructionCommands } from '../construction/messages';
import { maintenanceCommands } from '../maintenance/messages';
import { mobilizationCommands } from '../mobilization/messages';
import { planningCommands, segmentPlan } from '../planning/messages';
import type { PlannedSegment } from '../planning/state';
import { ruleRegister, type RuleId } from '../rulebook/register/register';
import { trainingCommands } from '../training/messages';
import { segmentWagesCommands } from '../wages/messages';
import { civilDate, fen, freeText, passage, segmentId, shortText } from '../shapes';
import type { ChangeAspect } from './change';

const shared = { stream: 'project', stage: 'cross', via: 'workflow', reads: [] } as const;

/** Where a project may be sent back to: a phase of its own, or a stage of one segment. */
export const sendBackTargets = ['planning', 'approval', ...segmentStages, 'acceptance'] as const;
export type SendBackTarget = (typeof sendBackTargets)[number];

/** Acts of approval that may be undone on the way back, so that they can be done otherwise. */
export const reopenable = ['constructionMode', 'resolution', 'award'] as const;
export type Reopened = (typeof reopenable)[number];

/** Acts of a project's stages: what leads, halts and corrects a project is not let past its rules. */
const stageCommands = {
  ...planningCommands,
  ...approvalCommands,
  ...mobilizationCommands,
  ...trainingCommands,
  ...constructionCommands,
  ...segmentWagesCommands,
  ...acceptanceCommands,
  ...maintenanceCommands,
};
const foundsItsRecord = (type: string): boolean => 'creates' in stageCommands[type as keyof typeof stageCommands];
/** Those that found a project are not among them: it has no record yet that could carry an exception. */
export const overridableActs = Object.keys(stageCommands).filter((type) => !foundsItsRecord(type)) as [
  keyof typeof stageCommands,
];
/** Those that may not be overridden among them: they are refused with their clause. */
const blocks = ruleRegister.filter(({ enforcement }) => enforcement === 'block').map(({ id }) => id) as [RuleId];

export const steeringCommands = {
  suspendProject: command({
    ...shared,
    clause: 'CL-31',
    who: ['districtGovernment'],
    schema: z.strictObject({ reason: freeText(), until: civilDate.nullable().default(null) }),
    restsOnRevision: true,
  }),
  resumeProject: command({
    ...shared,
    clause: 'CL-31',
    who: ['districtGovernment'],
    schema: z.strictObject({ reason: freeText() }),
    restsOnRevision: true,
  }),
  sendBack: command({
    ...shared,
    clause: 'CL-31',
    who: ['districtGovernment', 'developmentReform'],
    schema: z.strictObject({
      to: z.enum(sendBackTargets),
      /** the segment whose stage is reopened; null for a phase of the whole project */
      segmentId: segmentId.nullable().default(null),
      reason: freeText(),
      reopen: z.array(z.enum(reopenable)).max(3).default([]),
      /** written notice to those concerned */
      notice: shortText(60).nullable().default(null),
    }),
    restsOnRevision: true,
  }),
  cancelProject: command({
    ...shared,
    clause: 'CL-31',
    who: ['districtGovernment'],
    schema: z.strictObject({ reason: freeText(), listVersion: shortText(40) }),
    restsOnRevision: true,
  }),
  overrideRule: command({
    ...shared,
    clause: 'CL-24',
    who: ['districtGovernment'],
    schema: z.strictObject({
      /** the act that is let pass, once */
      command: z.enum(overridableActs),
      segmentId: segmentId.nullable().default(null),
      rules: z.array(z.enum(blocks)).min(1).max(10).meta({ widget: 'overridableRules' }),
      /** the provision or paper the exception rests on */
      clause: passage(300),
      reason: freeText(),
      /** last day on which it may be used */
      until: civilDate,
    }),
  }),
  changeProject: command({
    ...shared,
    clause: 'CL-31',
    // the organ that approved, or the government whose list names the project: the rules say which @rule R-INV-15
    who: ['districtGovernment', 'developmentReform', 'sectorDepartment', 'township'],
    schema: z.strictObject({
      /** those that change, each as it is to be */
      segments: z
        .array(
          z.strictObject({
            segmentId,
            name: shortText(),
            codes: z.array(shortText(30)).min(1).max(20).meta({ widget: 'catalogue' }),
            village: shortText(60),
            plannedPosts: z.int().min(1).max(10_000),
            plannedLaborPayFen: fen,
          }),
        )
        .max(20)
        .default([]),
      added: z.array(segmentPlan).max(20).default([]),
      removed: z.array(segmentId).max(20).default([]),
      reason: freeText(),
    }),
    restsOnRevision: true,
  }),
  correctEvent: command({
    ...shared,
    clause: 'CL-24',
    who: [...takingPart, 'recordKeeper'],
    schema: z.strictObject({ version: z.int().min(1), wrong: freeText(), corrected: freeText(1000) }),
    restsOnRevision: true,
  }),
};

type Data<T extends keyof typeof steeringCommands> = z.output<(typeof steeringCommands)[T]['schema']>;

export type ProjectChange = Data<'changeProject'>;
export type ChangedSegment = ProjectChange['segments'][number];

export interface SteeringEvents {
  ProjectSuspended: Data<'suspendProject'>;
  ProjectResumed: Data<'resumeProject'>;
  SentBack: Data<'sendBack'> & { from: string };
  ProjectCancelled: Data<'cancelProject'>;
  RuleOverridden: Data<'overrideRule'> & { id: string; matter: string };
  /** an act went past these rules, as its override's sign-off agreed: that override is used up */
  OverrideUsed: { override: string; matter: string; rules: readonly { rule: string; need: string; found: string }[] };
  /** place, size or content after listing, with what of it changed @rule R-INV-15 */
  ProjectChanged: Omit<ProjectChange, 'added' | 'removed'> & {
    aspects: readonly ChangeAspect[];
    added?: readonly PlannedSegment[];
    removed?: readonly string[];
  };
  EventCorrected: Data<'correctEvent'>;
}
