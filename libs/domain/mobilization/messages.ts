import { z } from 'zod';
import { command } from '../command';
import { employerRoles } from '../organization/roles';
import { engagements, skillProofs } from '../rows';
import { civilDate, freeText, personRef, postId, segmentId, shortText } from '../shapes';
import { agreementItems, engagedThrough, payChannels, riskClasses, rosterCheckTopics } from './state';
import type { EngagedThrough, JobPost, PayChannel, RosterCheckTopic } from './state';

const post = z.strictObject({
  title: shortText(40),
  postClass: shortText(40),
  number: z.int().min(1).max(2000),
  riskClass: z.enum(riskClasses),
  key: z.boolean().default(false),
  skill: shortText(30).nullable().default(null),
  place: shortText(60),
  startsOn: civilDate,
  endsOn: civilDate,
});

export const mobilizationCommands = {
  /** The segment refers to the district's labor mechanism and to its survey in force. @rule R-COORD-01 R-SURV-01 */
  openMobilization: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'workflow',
    clause: 'CL-32',
    who: ['township', 'owner', 'contractor', 'collective'],
    reads: ['district'],
    schema: z.strictObject({
      segmentId,
      mechanismId: shortText(60),
      surveyId: shortText(60),
      /** a collective at risk of falling back could have carried this segment and was not chosen @rule R-TEAM-02 */
      weakCollectivePassedOver: z.boolean().default(false),
    }),
  }),
  publishPosts: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'workflow',
    clause: 'CL-32',
    who: employerRoles,
    byEmployer: true,
    reads: [],
    schema: z.strictObject({ segmentId, posts: z.array(post).min(1).max(50) }),
  }),
  enrollWorkers: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'direct',
    clause: 'CL-34',
    who: employerRoles,
    byEmployer: true,
    reads: ['people', 'rosterOf', 'coursesOf'],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      through: z.enum(engagedThrough),
      /** people who asked for these posts, and how many of them belong to a priority group @rule R-ELIG-03 */
      applicants: z.int().nonnegative().max(100_000),
      priorityApplicants: z.int().nonnegative().max(100_000),
      workers: z
        .array(
          z.strictObject({
            personRef,
            postId,
            engagement: z.enum(engagements),
            skillProof: z.enum(skillProofs).nullable().default(null),
            certifiedUntil: civilDate.nullable().default(null),
          }),
        )
        .min(1)
        .max(500),
    }),
  }),
  signAgreements: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'direct',
    clause: 'CL-34',
    who: employerRoles,
    byEmployer: true,
    reads: ['rosterOf'],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      /** what the written text states */
      states: z.array(z.enum(agreementItems)).max(agreementItems.length),
      workers: z
        .array(z.strictObject({ personRef, number: shortText(60), engagement: z.enum(engagements) }))
        .min(1)
        .max(500),
    }),
  }),
  withdrawWorker: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'direct',
    clause: 'CL-34',
    who: employerRoles,
    byEmployer: true,
    reads: ['rosterOf'],
    schema: z.strictObject({ segmentId, personRef, on: civilDate, reason: freeText() }),
  }),
  /** Account through which pay will go, and the officer who answers for it. @rule R-PAY-10 R-ROST-18 */
  readyPayChannel: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'workflow',
    clause: 'CL-34',
    who: employerRoles,
    byEmployer: true,
    reads: [],
    schema: z.strictObject({
      segmentId,
      kind: z.enum(payChannels),
      bank: shortText(60),
      accountName: shortText(),
      openedOn: civilDate,
      laborPayOfficerPost: shortText(64).nullable().default(null),
    }),
  }),
  recordInsurance: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'workflow',
    clause: 'CL-23',
    who: employerRoles,
    byEmployer: true,
    reads: [],
    schema: z.strictObject({
      segmentId,
      insurer: shortText(60),
      policyNumber: shortText(60),
      from: civilDate,
    }),
  }),
  recordRosterCheck: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'workflow',
    clause: 'CL-32',
    who: ['owner', 'township', 'villageSupervision'],
    reads: [],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      topics: z.array(z.enum(rosterCheckTopics)).max(3),
      faults: z.int().nonnegative().max(10_000),
      opinion: freeText(),
    }),
  }),
  confirmRoster: command({
    stream: 'project',
    stage: 'mobilization',
    via: 'workflow',
    clause: 'CL-34',
    who: employerRoles,
    byEmployer: true,
    reads: ['district', 'coverage'],
    schema: z.strictObject({ segmentId }),
    restsOnRevision: true,
    leaves: true,
  }),
};

export interface MobilizationEvents {
  MobilizationOpened: { segmentId: string; mechanismId: string; surveyId: string; surveyedOn: string };
  PostsPublished: { segmentId: string; posts: readonly JobPost[] };
  /** rows: `roster`, one `enrolled` per person */
  WorkersEnrolled: {
    segmentId: string;
    on: string;
    through: EngagedThrough;
    applicants: number;
    priorityApplicants: number;
    byPost: Readonly<Record<string, number>>;
  };
  /** rows: `roster`, one `agreed` per person */
  AgreementsSigned: { segmentId: string; on: string; states: readonly string[] };
  /** rows: `roster`, one `left` */
  WorkerWithdrawn: { segmentId: string; on: string; postId: string; agreed: boolean; reason: string };
  PayChannelReadied: {
    segmentId: string;
    kind: PayChannel;
    bank: string;
    accountName: string;
    openedOn: string;
    laborPayOfficerPost: string | null;
  };
  InsuranceRecorded: { segmentId: string; insurer: string; policyNumber: string; from: string };
  RosterChecked: {
    segmentId: string;
    on: string;
    by: string;
    topics: readonly RosterCheckTopic[];
    faults: number;
    opinion: string;
  };
  RosterConfirmed: { segmentId: string; enrolled: number; agreed: number; byPost: Readonly<Record<string, number>> };
}
