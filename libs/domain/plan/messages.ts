import { z } from 'zod';
import { command } from '../command';
import { aims } from '../planning/state';
import { suitabilityReasonsShape, suitabilityShape } from '../planning/suitability';
import { answerShape, closingShape, objectionShape, postingShape, type PostingEvents } from '../posting/messages';
import { bodyRef, civilDate, documentRef, freeText, passage, shortText } from '../shapes';
import type { Issued } from './issue';
import { entryStandings, type EntryContent, type Leads } from './plan';

const base = { stream: 'plan', stage: 'planning', via: 'direct', clause: 'CL-31', reads: [] } as const;
/** Drawn up by the departments that lead together. */
const drafting = { ...base, who: ['developmentReform', 'agriculture'] } as const;
/** Each an act of its own that the district government approves: municipal departments guide, they do not approve. @rule R-PLAN-05 */
const approved = { ...base, who: ['districtGovernment'] } as const;

const purpose = {
  aims: z.array(z.enum(aims)).max(4),
  parentMeasure: z.string().trim().max(1000).meta({ widget: 'passage' }),
};

const standing = z.enum(entryStandings);
const content = passage(500);
const entryId = z
  .string()
  .regex(/^e\d{1,4}$/, '请选择清单中的项目')
  .meta({ widget: 'entry' });

/** A project that has been proposed speaks for itself; another candidate is described. */
const entry = z.discriminatedUnion('origin', [
  z.strictObject({
    origin: z.literal('project'),
    project: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,80}$/, '请选择项目')
      .meta({ widget: 'project' }),
    standing,
    content,
  }),
  z.strictObject({
    origin: z.literal('candidate'),
    name: shortText(),
    standing,
    content,
    townships: z.array(bodyRef).min(1).max(10),
    proposedBy: bodyRef,
    proposedOn: civilDate,
    suitability: suitabilityShape,
    suitabilityReasons: suitabilityReasonsShape.default({}),
    /** null needs a reason @rule R-PLAN-03 */
    poolId: shortText(40).nullable().default(null),
  }),
]);
export type EntryInput = z.output<typeof entry>;

const entering = ['bodies', 'districtBodies', 'entryProjects'] as const;
const reason = freeText();
/** that goes out with the act, under a number */
const document = documentRef.optional();
const issuing = ['series', 'paper'] as const;

/** Commands of `plan/<district>/<year>`. @clause CL-31 */
export const planCommands = {
  drawUpPlan: command({
    ...drafting,
    reads: ['district', 'districtBodies'],
    schema: z.strictObject(purpose),
    creates: true,
  }),
  revisePlan: command({ ...drafting, schema: z.strictObject(purpose), restsOnRevision: true }),
  draftEntry: command({ ...drafting, reads: entering, schema: z.strictObject({ entry }) }),
  redraftEntry: command({
    ...drafting,
    reads: entering,
    schema: z.strictObject({ entryId, entry }),
    restsOnRevision: true,
  }),
  dropEntry: command({ ...drafting, schema: z.strictObject({ entryId }), restsOnRevision: true }),
  postPlan: command({ ...drafting, schema: postingShape, restsOnRevision: true }),
  recordPlanObjection: command({ ...drafting, schema: objectionShape }),
  answerPlanObjection: command({ ...drafting, schema: answerShape, restsOnRevision: true }),
  closePlanPosting: command({ ...drafting, schema: closingShape, restsOnRevision: true }),
  submitPlan: command({
    ...drafting,
    reads: ['district', 'entryProjects'],
    schema: z.strictObject({}),
    restsOnRevision: true,
  }),
  reopenPlan: command({ ...drafting, schema: z.strictObject({ reason }), restsOnRevision: true }),
  approvePlan: command({
    ...approved,
    reads: ['district', 'entryProjects', ...issuing],
    schema: z.strictObject({ document }),
    restsOnRevision: true,
  }),
  addEntry: command({
    ...approved,
    reads: [...entering, ...issuing],
    schema: z.strictObject({ entry, reason, document }),
  }),
  changeEntry: command({
    ...approved,
    reads: [...entering, ...issuing],
    schema: z.strictObject({ entryId, entry, reason, document }),
  }),
  pauseEntry: command({ ...approved, reads: issuing, schema: z.strictObject({ entryId, reason, document }) }),
  resumeEntry: command({
    ...approved,
    reads: ['entryProjects', ...issuing],
    schema: z.strictObject({ entryId, reason, document }),
  }),
  removeEntry: command({ ...approved, reads: issuing, schema: z.strictObject({ entryId, reason, document }) }),
  /** of an approved plan that went out without one, or whose document is void */
  issuePlanDocument: command({
    ...approved,
    reads: ['entryProjects', ...issuing],
    schema: z.strictObject({ document: documentRef }),
    restsOnRevision: true,
  }),
  /** the number stays taken */
  voidPlanDocument: command({ ...approved, schema: z.strictObject({ number: shortText(60), reason }) }),
};

type Purpose = z.output<typeof planCommands.revisePlan.schema>;
/** An approved change of the list, with the version of the list it makes. */
export interface Change {
  id: string;
  version: number;
  reason: string;
  /** the document that put it out */
  issued?: Issued;
}

export interface PlanEvents extends PostingEvents {
  PlanDrawnUp: Purpose & { leads: Leads };
  PlanRevised: Purpose;
  EntryDrafted: EntryContent & { id: string };
  EntryRedrafted: EntryContent & { id: string };
  EntryDropped: { id: string };
  PlanSubmitted: { draft: number };
  PlanReopened: { reason: string };
  PlanApproved: { version: number; issued?: Issued };
  PlanDocumentIssued: { issued: Issued };
  PlanDocumentVoided: { number: string; reason: string };
  EntryAdded: EntryContent & Change;
  EntryChanged: EntryContent & Change;
  EntryPaused: Change;
  EntryResumed: Change;
  EntryRemoved: Change;
}
