import { createHash } from 'node:crypto';
import type { CivilDate } from '#domain/calendar';
import { addDays } from '#domain/calendar';
import { projectStream, type StreamId } from '#domain/stream';
import type { CommandInput } from '../http-client';

export type Proposal = CommandInput<'proposeProject'>;
type AwardMethod = CommandInput<'awardContract'>['method'];

/** A post made known, and what it pays. */
export interface PostStory {
  readonly title: string;
  readonly postClass: string;
  readonly number: number;
  readonly rateFen: number;
  readonly unit?: 'day' | 'hour' | 'piece';
  readonly riskClass?: 'light' | 'standard';
  /** a key post with the skill it needs */
  readonly skill?: string;
}

/** A worker of a segment. */
export interface Hired {
  readonly personRef: string;
  /** `p1`, `p2` … in the order the posts were made known */
  readonly postId: string;
}

export interface WorkDay {
  readonly on: CivilDate;
  readonly personRefs: readonly string[];
  /** measured output of a piece-work post, thousandths of the unit, by person */
  readonly outputMilli?: Readonly<Record<string, number>>;
}

export interface SegmentStory {
  readonly id: string;
  readonly posts: readonly PostStory[];
  readonly workers: readonly Hired[];
  readonly days: readonly WorkDay[];
}

/** Days on which the stages are gone through. */
export interface Timeline {
  readonly proposedOn: CivilDate;
  readonly listedOn: CivilDate;
  readonly approvedOn: CivilDate;
  readonly mobilizedOn: CivilDate;
  readonly trainedOn: CivilDate;
  readonly startedOn: CivilDate;
  readonly completedOn: CivilDate;
  readonly acceptedOn: CivilDate;
  readonly handedOverOn: CivilDate;
  readonly closedOn: CivilDate;
}

/** Posts that act in a project. */
export interface Cast {
  readonly leader: string;
  readonly proposer: string;
  readonly owner: string;
  /** issues the reply and completes the approval */
  readonly approver: string;
  readonly finance: string;
  readonly humanResources: string;
  readonly sector: string;
  readonly township: string;
  /** employer: contractor, or the collective that builds itself */
  readonly employer: string;
  readonly payOfficer: string;
  readonly technical: string;
  /** looks at the employer's roster and works */
  readonly supervisor: string;
  /** checks the pay sheet */
  readonly checker: string;
}

/** Under which gate set a project is approved. */
export type ApprovalStory =
  | { readonly kind: 'small'; readonly contract: Contract | null }
  | { readonly kind: 'full'; readonly contract: Contract; readonly permit: boolean }
  | { readonly kind: 'parent'; readonly contractor: string }
  | { readonly kind: 'emergency'; readonly contract: Contract; readonly makeUpBy: CivilDate }
  | { readonly kind: 'adopted'; readonly contract: Contract };

export interface Contract {
  readonly contractor: string;
  readonly method: AwardMethod;
  readonly ground: CommandInput<'awardContract'>['ground'];
  readonly contractFen: number;
}

/** One project's life as it is told: facts alone, the acts follow from them. */
export interface Story {
  readonly id: string;
  /** unique among stories: of document numbers and project codes */
  readonly serial: number;
  readonly proposal: Proposal;
  readonly mode: 'contractor' | 'collective' | 'mixed';
  readonly approval: ApprovalStory;
  readonly segments: readonly SegmentStory[];
  readonly dates: Timeline;
  readonly cast: Cast;
  readonly surveyId: string;
  readonly mechanismId: string;
  /** days between the steps of a stage; 0 where everything happens today */
  readonly pace: number;
}

export const streamOf = ({ id }: Pick<Story, 'id'>): StreamId => projectStream(id);

/** A few days after a stage began, or the same day where the story has no time. */
export const later = ({ pace }: Story, on: CivilDate, days: number): CivilDate => addDays(on, days * pace);

export const bodyOf = (post: string): string => post.split('/')[0]!;

/** 文号 of the story: `code〔year〕serial号`. */
export const numberOf = (code: string, { serial }: Story, on: CivilDate): string =>
  `${code}〔${on.slice(0, 4)}〕${serial}号`;

/** A digest that stands for a paper of the story: shown as evidence, names no file that exists. */
export const paperDigest = ({ id, serial }: Story, paper: string): string =>
  `sha256:${createHash('sha256').update(`${id}/${serial}/${paper}`).digest('hex')}`;

export const requirement =
  '本项目采用以工代赈方式实施：优先组织当地农村群众务工，开展劳动技能培训，足额按时发放劳务报酬，劳务报酬发放情况纳入竣工验收。';
