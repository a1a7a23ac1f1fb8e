import type { DutyRow } from './inbox';

/** `GET /api/projects/:id/wages` */
export interface PeriodRow {
  stream: string;
  segmentId: string;
  period: string;
  status: string;
  lines: number;
  confirmed: number;
  disputed: number;
  received: number;
  netFen: number;
  receivedFen: number;
  payOn: string | null;
}

/** `GET /api/wages/:projectId/:segmentId/:period` */
export interface PeriodPage {
  stream: string;
  state: unknown;
  revision: number;
  substantive: number;
  lines: readonly WageLineRowView[];
  duties: readonly DutyRow[];
  may: readonly string[];
  bodies: Readonly<Record<string, string>>;
}

export interface WageLineRowView {
  personRef: string;
  name: string;
  idNumber: string;
  days: number;
  minutes: number;
  outputMilli: number;
  grossFen: number;
  deductionsFen: number;
  netFen: number;
  receivedFen: number;
  status: string;
  edition: number;
  parts: readonly {
    postId: string;
    unit: 'day' | 'hour' | 'piece';
    rateFen: number;
    rateVersion: number;
    minutes: number;
    outputMilli: number;
    multiplierBp: number;
    amountFen: number;
  }[];
}

/** `GET /api/my` – a worker's own days and pay. */
export interface MyPage {
  name: string;
  days: readonly { on: string; minutes: number; projectName: string; sealed: boolean }[];
  pay: readonly {
    stream: string;
    period: string;
    projectName: string;
    netFen: number;
    status: string;
    edition: number;
    minutes: number;
    parts: WageLineRowView['parts'];
    substantive: number;
    cardTail: string | null;
  }[];
}
