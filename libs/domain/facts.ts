import type { Calendar } from './calendar';
import type { BodyKind, PostKind } from './organization/roles';
import type { DeputyStanding } from './organization/acting';
import type { Link } from './organization/delegation';
import type { OfficialDocument } from './document/document';
import type { Organization } from './organization/organization';
import type { Plan } from './plan/plan';
import type { Project } from './project';
import type { Parameter, ParameterValues } from './rulebook/parameters';
import type { Subject } from './signoff/find-route';
import type { Hands } from './signoff/dedupe';
import type { Owner, Route } from './signoff/route';
import type { AttendanceRow, CourseRow, Engagement, RosterRow, WageLineRow, WageActRow } from './rows';

/** A body as other streams see it. */
export interface BodyFact {
  id: string;
  name: string;
  kind: BodyKind;
  district: string;
  version: number;
  /** number of its registration as bidder or market entity; null where it has none @rule R-BID-01 */
  registration?: string | null;
}

/** What a person's attributes let the rules see; never stored in an event. */
export interface PersonFact {
  personRef: string;
  birthOn: string;
  sex: 'male' | 'female';
  /** lives in this city's countryside @rule R-ELIG-01 */
  localRural: boolean;
  priority: 'disasterRelief' | 'limitedEarning' | 'forceMajeureStay' | null;
  cardRegistered: boolean;
  erased: boolean;
}

/** A numbered document series: the organ's code and year. @rule R-DOC-10 */
export interface SeriesFact {
  /** code of the acting body's series, e.g. 延发改; null where it has none */
  code: string | null;
  /** the next free serial of the issuing organ and the year of the act */
  nextSerial: number;
  /** numbers named by this command that are taken already, voided ones included */
  taken: readonly string[];
}

/** What a document is drawn up from: the record of its subject, and names of bodies. */
export interface DraftingFact {
  /** of the subject; null where there is no such */
  district: string | null;
  project: Project | null;
  plan: Plan | null;
  /** projects on the plan's list, by id */
  entryProjects: Readonly<Record<string, Project>>;
  /** of the subject's parties, of the plan's departments and townships and of the bodies named, by id */
  names: Readonly<Record<string, string>>;
}

/** A file on store, as far as the rules look at it. */
export interface FileFact {
  /** by its content: `pdf`, `ofd` … */
  kind: string;
  /** bears an electronic signature that covers it whole */
  signed: boolean;
}

/** The document that an issue puts out, with the sign-off it rests on. */
export interface PaperFact {
  document: OfficialDocument;
  /** of its text as it stands */
  digest: string;
  /**
   * bodies whose agreement stands and the digest they saw; of a draft that is sent now, those who will be asked about it;
   * null where the post issues by its own authority
   */
  signed: { agreed: readonly string[]; digest: string } | null;
}

/** A day's attendance of a segment as it stands: for each person the highest edition. */
export interface AttendanceFact {
  rows: readonly AttendanceRow[];
  /** for days corrected after an earlier period's sheet had counted them: the edition that sheet counted @rule R-ATT-16 */
  counted?: readonly AttendanceRow[];
  digest: string;
}

/** People of a segment in numbers, for gates. */
export interface CoverageFact {
  enrolled: number;
  agreed: number;
  /** of those agreed: with own card on file */
  withCard: number;
  priority: number;
  localRural: number;
  safetyPassed: number;
  /** agreed workers on posts that need skill or disclosure, and how many have it */
  skillNeeded: number;
  skillPassed: number;
  disclosed: number;
  /** per post: how many are agreed */
  byPost: Readonly<Record<string, number>>;
}

export interface WageLineFact extends WageLineRow {
  /** the last act on the line's highest edition, or none yet; an edition with neither minutes nor output is no line any more */
  status: WageActRow['act'] | 'open';
  receivedFen: number;
  /** one bank card in the worker's own name is on file and checked @rule R-PAY-16 */
  ownCard: boolean;
}

/** The deputy a post is to be delegated to, and who acts for whom in that window. @rule R-OA-13 */
export interface DeputyFact {
  /** six-digit code of the deputy's body; null where there is none such */
  district: string | null;
  /** holds the post named on the window's first day */
  inOffice: boolean;
  links: readonly Link[];
}

/** Facts beyond the stream, by name; the registry says which a command needs, the recorder reads them in its transaction. */
export interface FactValues {
  /** every body named in the command (any string field whose value is a body id), by id */
  bodies: Readonly<Record<string, BodyFact>>;
  /** the offices of the project's district by kind: government, development-reform, finance … */
  districtBodies: Readonly<Partial<Record<BodyKind, BodyFact>>>;
  /** mechanism, leader, labor mechanism and surveys of the project's district government */
  district: Organization;
  /** projects that the command or the plan's entries name, by id; unknown ones are absent */
  entryProjects: Readonly<Record<string, Project>>;
  /** the route in force for the kind of matter, its signers found; a step without any is refused */
  route: Route;
  /** what the matter to be started decides about */
  matterSubject: Subject;
  /** title of another matter under way that decides about the same; null where there is none */
  openMatter: string | null;
  series: SeriesFact;
  drafting: DraftingFact;
  /** files on store that the command names, by digest; what was not uploaded is absent */
  files: Readonly<Record<string, FileFact>>;
  /** of an issue, or of the act that a matter is drafted about; null where it names no document */
  paper: PaperFact | null;
  deputy: DeputyFact;
  /** posts above the owner of the duty named in `data.key`, the nearest first, as far as somebody is there @rule R-OA-14 */
  superiors: readonly Owner[];
  /** somebody else than the drafter is there for the post named in `data.signer`, be it the next higher of its body @rule R-OA-14 R-OA-16 */
  signerHeld: boolean;
  /** who may sign from the posts of the matter's route, where it looks at persons: whoever holds the post, or answers for it @rule R-OA-15 */
  hands: Hands;
  /** persons named in `data.workers[].personRef` or `data.personRef`, by reference; unknown ones are absent */
  people: Readonly<Record<string, PersonFact>>;
  /** roster rows of the persons named, in this project, oldest first */
  rosterOf: readonly RosterRow[];
  /** all course results of the persons named, any project */
  coursesOf: readonly CourseRow[];
  /** attendance standing on the day(s) named in the command, in the segment named */
  attendance: AttendanceFact;
  /** for the persons and day named: the segments (stream/segment) that already hold that person's day */
  daysHeld: Readonly<Record<string, string>>;
  coverage: CoverageFact;
  /** pay periods `YYYY-MM` of the segment named whose pay sheet is drawn up already @rule R-ATT-16 */
  sheetPeriods: readonly string[];
  /** the whole project, for commands of its `wages/…` streams */
  project: Project;
  /** standing attendance of the wages stream's segment that counts in its period (`countsIn`), sealed days alone */
  periodAttendance: AttendanceFact;
  /** wage lines of this period: of `data.personRef` or `data.lines[].personRef`, or all where it names none */
  wageLines: readonly WageLineFact[];
  /** form of engagement by person, from the roster of the wages stream's segment */
  engagements: Readonly<Record<string, Engagement>>;
  /** every dated parameter in force for the project's district: the minimum wage of each day worked @rule R-WAGE-12 */
  datedParameters: readonly Parameter[];
  /** months with sealed attendance of the segment named in `data.segmentId`, ascending `YYYY-MM` */
  sealedMonths: readonly string[];
  /** sums over all received wage lines of a project */
  projectPay: {
    lines: number;
    openLines: number;
    disputedFen: number;
    netFen: number;
    receivedFen: number;
    persons: number;
  };
  /** training of a project in numbers, for the acceptance file */
  projectTraining: { safety: number; skill: number; disclosure: number; persons: number };
  projectHiring: { persons: number; localRural: number; priority: number; days: number };
  /** persons named who worked on this project: for upkeep posts @rule R-MAINT-01 */
  builders: readonly string[];
}
export type FactName = keyof FactValues;

/** Who the actor is, as the organization stream says on the day of the act. */
export interface Authority {
  bodyKind: BodyKind | null;
  district: string | null;
  /** of the post acted from, and those below it that it answers for */
  postKinds: readonly PostKind[];
  /** holds the post, or is the system, or is the worker in person */
  holds: boolean;
  /** where somebody acts for another */
  deputy?: DeputyStanding;
  organizationVersion: number;
}

export interface BaseFacts {
  /** civil date of the act in Beijing */
  on: string;
  parameters: ParameterValues;
  calendar: Calendar;
  authority: Authority;
  /** versions of rulebook and calendar read, kept with the duties they date */
  basis: string;
}
export type AnyFacts = BaseFacts & Partial<FactValues>;
