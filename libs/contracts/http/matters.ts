import type { DutyOwner } from '#domain/duty';
import type { CommandType } from '#domain/registry';
import type { Breach, Gate } from '#domain/rules';
import type { Matter } from '#domain/signoff/matter';
import type { DocumentVersion } from '#domain/signoff/versions';
import type { DutyRow, StandIn } from './inbox';

/**
 * `GET /api/matters?part=drafter|copied|supervised&state=open|ended&q=&after=` – what I started, what was copied or circulated to
 * my posts, or what I watch over (open until I close it); the latest first.
 */
export interface MatterRow {
  stream: string;
  title: string;
  act: string;
  projectId: string | null;
  projectName: string;
  status: Matter['status'];
  round: number;
  document: number;
  seen: number | null;
  /** since when it lies in this box */
  at: string;
  steps: readonly { name: string; agreed: number; needed: number }[];
  /** with whom it lies, and since when */
  holders: readonly { name: string; since: string }[];
  urges: number;
  urgedAt: string | null;
  supervisions: readonly SupervisionStanding[];
}

/** A supervision as lists show it. */
export interface SupervisionStanding {
  id: string;
  /** `<body>/<postKind>` */
  raiser: string;
  /** civil date */
  dueOn: string;
  /** how many are to report, and how many have */
  reporters: number;
  reports: number;
  closed: boolean;
}

/** An act tried on the rules as things stand, without doing it. */
export interface OpenAct {
  type: CommandType;
  /** what is known of it before anything is filled in: whose seat, what was seen */
  data: Readonly<Record<string, unknown>>;
  /** what would refuse it */
  against: readonly Breach[];
}

/** What an act would set going: duties it opens, by step, and the end of the matter. */
export interface Foresight {
  opens: readonly { step: string; owner: DutyOwner; dueAt: string | null }[];
  ends: 'agreed' | 'refused' | null;
}

/** A seat from which an act is owed, by who asks. */
export interface MatterSeat extends OpenAct {
  seat: string;
  /** null where the post is my own */
  standIn: StandIn | null;
  /** by what may be said from it: `agree`, `disagree`, and `return:<step>` for each step it may go back to */
  follows: Readonly<Record<string, Foresight>>;
}

/** `GET /api/signoffs/:id/signers` – a post that a matter may be put to: to sign, to advise, to read. */
export interface SignerRow {
  body: string;
  bodyName: string;
  /** the kind of post */
  post: string;
  postName: string;
  /** titles of those who hold it */
  names: readonly string[];
  /** nobody holds it today */
  vacant: boolean;
  /** who would sign: its own kind, or that of the higher post which answers where nobody is there; null: nobody, and it may not be asked to sign @rule R-OA-14 */
  answeredBy: string | null;
}

/** `GET /api/signoffs/:id` */
export interface MatterPage {
  stream: string;
  state: Matter;
  revision: number;
  projectName: string;
  duties: readonly DutyRow[];
  /** opinions opened, by the form in which the state names them */
  texts: Readonly<Record<string, string>>;
  bodies: Readonly<Record<string, string>>;
  /** seats that owe an act and are mine, or fall to me */
  mine: readonly MatterSeat[];
  /** I drew it up, so that I decide nothing of it @rule R-OA-16 */
  drafted: boolean;
  /** what else I may do here */
  more: readonly OpenAct[];
  /** every version of what is decided about, the first one first */
  documents: readonly DocumentVersion[];
  /** last substantive revision of what it decides about: what a revised act rests on */
  subjectRevision: number;
  /** what the subject's rules would say if its act were done now; nothing once it has ended */
  checks: { held: readonly Gate[]; broken: readonly Breach[] };
  /** when and under which record number it ended */
  ended: { at: string; revision: number } | null;
  /** what I had seen when I last looked; null when I never did */
  seen: { revision: number; documents: readonly number[] } | null;
  /** by open seat: when whoever may act from it first opened the version that lies there; a seat not named was not opened */
  opened: Readonly<Record<string, string>>;
  /** names of those who said something or are acted for, by reference */
  people: Readonly<Record<string, string>>;
}
