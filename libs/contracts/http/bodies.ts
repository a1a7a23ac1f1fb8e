import type { ActedPost } from './session';

/** `GET /api/bodies?district=` */
export interface BodyRow {
  id: string;
  name: string;
  kind: string;
  district: string;
}

/** Somebody in office: `GET /api/officials` – of my districts, to choose a deputy from. */
export interface OfficialRow {
  person: string;
  name: string;
  body: string;
  bodyName: string;
  post: string;
  postName: string;
}

/** A window in which somebody acts for another. */
export interface DelegationRow extends ActedPost {
  deputyName: string;
  deputyBodyName: string;
  /** I am the deputy, or the holder */
  side: 'deputy' | 'holder';
  endedAt: string | null;
  standing: 'current' | 'coming' | 'past';
}

export interface AbsenceRow {
  id: string;
  body: string;
  from: string;
  to: string;
  endedAt: string | null;
  standing: DelegationRow['standing'];
}

/** `GET /api/delegations` – my windows, the current and coming ones first. */
export interface DelegationsPage {
  delegations: readonly DelegationRow[];
  absences: readonly AbsenceRow[];
}
