import type { Stage } from '#domain/lifecycle';
import type { Project } from '#domain/project';
import type { AttendanceRow } from '#domain/rows';
import type { Gate } from '#domain/rules';
import type { DutyRow, Lamp } from './inbox';
import type { Page } from './paging';

/** `GET /api/projects?year=&district=&stage=&lamp=&q=&page=` */
export interface ProjectsPage extends Page<ProjectRow> {
  /** six-digit codes of those in which the reader sees a project */
  districts: readonly string[];
}

export interface ProjectRow {
  id: string;
  name: string;
  district: string;
  stage: Stage;
  status: Project['status'];
  scopeClass: string;
  sectors: readonly string[];
  ownerName: string;
  plannedLaborPayFen: number;
  fundFen: number;
  listedYear: number | null;
  lamp: Lamp;
  openDuties: number;
  updatedAt: string;
}

/** Gates of leaving one stage (of one segment, where the stage is the segment's). */
export interface StageGates {
  stage: Stage;
  segmentId: string | null;
  state: 'done' | 'now' | 'ahead' | 'preceded';
  /** the command that leaves it, and the roles entitled */
  command: string;
  who: readonly string[];
  gates: readonly Gate[];
}

/** `GET /api/projects/:id?at=<instant>|?revision=N` */
export interface ProjectPage {
  id: string;
  project: Project;
  stage: Stage;
  revision: number;
  substantive: number;
  headHash: string;
  /** instant it is shown as of; null for now */
  at: string | null;
  duties: readonly DutyRow[];
  gates: readonly StageGates[];
  /** commands my posts allow here now, stage by stage order; the form opens, the rules answer */
  may: readonly string[];
  /** names of all bodies mentioned */
  bodies: Readonly<Record<string, string>>;
  refusals: number;
  people: PeopleSummary;
  money: MoneySummary;
  /** plain text of sealed texts the reader may see, by reference */
  texts: Readonly<Record<string, string>>;
}

export interface PeopleSummary {
  enrolled: number;
  agreed: number;
  localRural: number;
  priority: number;
  trained: number;
  presentToday: number;
}

export interface MoneySummary {
  fundFen: number;
  plannedPayFen: number;
  grossFen: number;
  receivedFen: number;
  /** null where the funds set no floor */
  floorFen: number | null;
  /** share of each fund line that labor pay must reach, in basis points, by the line's id; null where none is set */
  floorsBp: Readonly<Record<string, number | null>>;
}

/** `GET /api/projects/:id/people?segment=` – list profile: masked names and numbers. */
export interface PersonRow {
  personRef: string;
  name: string;
  idNumber: string;
  card: string;
  segmentId: string;
  postId: string;
  postTitle: string;
  engagement: string;
  agreement: string | null;
  priority: string | null;
  localRural: boolean;
  /** rule ids that keep this person from the post today */
  unmet: readonly string[];
}

/** `GET /api/projects/:id/attendance?segment=&month=YYYY-MM` */
export interface AttendanceMonth {
  segmentId: string;
  month: string;
  days: readonly { on: string; sealed: boolean; rows: number; minutes: number }[];
  rows: readonly (AttendanceRow & { name: string })[];
}
