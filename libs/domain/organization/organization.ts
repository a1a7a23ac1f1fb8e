import type { Absence, Delegation } from './delegation';
import type { BodyKind, PostKind } from './roles';

/** A body with its posts and who holds them; for a district government also its mechanism, labor mechanism and surveys. */
export interface Organization {
  id: string;
  exists: boolean;
  name: string;
  kind: BodyKind;
  /** six-digit district code, `110000` for municipal bodies */
  district: string;
  /** code of the document series, e.g. 延发改 @rule R-DOC-10 */
  seriesCode: string | null;
  /** registration as bidder or market entity @rule R-BID-01 */
  registration: { number: string; qualifications: readonly string[] } | null;
  posts: readonly Post[];
  delegations: readonly Delegation[];
  absences: readonly Absence[];
  mechanism: Mechanism | null;
  leader: Leader | null;
  laborMechanism: LaborMechanism | null;
  surveys: readonly Survey[];
  guidance: number;
}
export interface Post {
  id: string;
  name: string;
  kind: PostKind;
  holders: readonly Holding[];
}
export interface Holding {
  person: string;
  from: string;
  /** last day, inclusive */
  to: string | null;
}
/** @rule R-PLAN-02 */
export interface Mechanism {
  responsibleBody: string;
  description: string;
  on: string;
}
/** @rule R-ORG-03 */
export interface Leader {
  post: string;
  agendaMeetingOn: string;
  minutesNumber: string;
}
export const laborPartyTypes = ['districtDepartment', 'owner', 'contractor', 'township', 'collective'] as const;
/** 区级部门 · 项目业主 · 施工单位 · 乡镇 · 集体经济组织 */
export type LaborPartyType = (typeof laborPartyTypes)[number];

/** @rule R-COORD-01 R-NAT-11 */
export interface LaborMechanism {
  id: string;
  on: string;
  partyTypes: readonly LaborPartyType[];
}
/** @rule R-SURV-01 */
export interface Survey {
  id: string;
  on: string;
  surveyed: number;
  willing: number;
  skilled: number;
}

export const unregistered = (id: string): Organization => ({
  id,
  exists: false,
  name: '',
  kind: 'enterprise',
  district: '',
  seriesCode: null,
  registration: null,
  posts: [],
  delegations: [],
  absences: [],
  mechanism: null,
  leader: null,
  laborMechanism: null,
  surveys: [],
  guidance: 0,
});

/** Whether the person holds the post on that civil date. */
export const holdsPost = (organization: Organization, postId: string, person: string, on: string): boolean =>
  organization.posts.some(
    (post) =>
      post.id === postId &&
      post.holders.some((held) => held.person === person && held.from <= on && (held.to === null || on <= held.to)),
  );
