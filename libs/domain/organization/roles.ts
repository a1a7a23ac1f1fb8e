/** What a body is. @rule R-ORG-01 R-ORG-05 R-ORG-06 */
export const bodyKinds = [
  'districtGovernment',
  'developmentAreaCommittee',
  'developmentReform',
  'agriculture',
  'finance',
  'humanResources',
  'housingConstruction',
  'transport',
  'water',
  'cultureTourism',
  'health',
  'landscapeForestry',
  'sports',
  'township',
  'subdistrict',
  'villageCollective',
  'villageSupervision',
  'cooperative',
  'enterprise',
  'supervisionEngineer',
  'audit',
  'municipalDepartment',
  'platform',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** District governments, and the development area’s committee, which stands at district level. @rule R-ORG-01 */
export const districtGovernments: readonly BodyKind[] = ['districtGovernment', 'developmentAreaCommittee'];
/** Townships, and subdistrict offices, which act as such where they have villages. */
export const townships: readonly BodyKind[] = ['township', 'subdistrict'];

/** Bodies of the people and of the market: they give their own word, and what they do needs no office's countersign. */
const noOrgans: readonly BodyKind[] = [
  'villageCollective',
  'villageSupervision',
  'cooperative',
  'enterprise',
  'supervisionEngineer',
  'platform',
];
export const isOrgan = (kind: BodyKind | null): boolean => kind !== null && !noOrgans.includes(kind);

/** The eight sector departments of the opinion. @clause CL-42 @rule R-ORG-06 */
export const sectorKinds = [
  'agriculture',
  'housingConstruction',
  'transport',
  'water',
  'cultureTourism',
  'health',
  'landscapeForestry',
  'sports',
] as const satisfies readonly BodyKind[];
export type SectorKind = (typeof sectorKinds)[number];

/** What a post is for. 经办人 for owners and contractors, 审批人 for organs. */
export const postKinds = [
  'head',
  'leaderInCharge',
  'approver',
  'handler',
  'laborPayOfficer',
  'technicalManager',
  'safetyOfficer',
  'auditor',
  'scheduler',
  'recordKeeper',
  'systemAdministrator',
] as const;
export type PostKind = (typeof postKinds)[number];

/** Bodies that have a hand in a project's life, by their relation to it. */
export const takingPart = [
  'districtGovernment',
  'developmentReform',
  'agriculture',
  'finance',
  'humanResources',
  'sectorDepartment',
  'township',
  'owner',
  'contractor',
  'collective',
] as const;

/**
 * How someone stands to a subject: the first group by the body's relation to the project (or by its kind where there is no
 * project yet), the second by the post held, the third by being a person or the system itself.
 */
export const roles = [
  ...takingPart,
  'villageSupervision',
  'supervisionEngineer',
  'municipalDepartment',
  'leaderInCharge',
  'laborPayOfficer',
  'technicalManager',
  'auditor',
  'scheduler',
  'recordKeeper',
  'systemAdministrator',
  'worker',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** What a body may be that employs a segment's workers; which of them does, the project says. @rule R-TEAM-03 */
export const employerRoles = ['contractor', 'collective', 'owner', 'township'] as const satisfies readonly Role[];
