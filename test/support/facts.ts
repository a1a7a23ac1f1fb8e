import { libraryCalendar } from '../../libs/domain/calendar';
import type { AnyFacts } from '../../libs/domain/facts';
import type { BodyKind, PostKind, Role } from '../../libs/domain/organization/roles';
import { defaultParameters, parametersOn } from '../../libs/domain/rulebook/parameters';

const kinds: Partial<Record<Role, BodyKind>> = {
  districtGovernment: 'districtGovernment',
  developmentReform: 'developmentReform',
  agriculture: 'agriculture',
  finance: 'finance',
  humanResources: 'humanResources',
  sectorDepartment: 'water',
  township: 'township',
  owner: 'enterprise',
  contractor: 'enterprise',
  collective: 'villageCollective',
  villageSupervision: 'villageSupervision',
  supervisionEngineer: 'supervisionEngineer',
  leaderInCharge: 'districtGovernment',
  laborPayOfficer: 'enterprise',
  technicalManager: 'enterprise',
  auditor: 'audit',
  systemAdministrator: 'platform',
};
const posts: Partial<Record<Role, PostKind>> = {
  leaderInCharge: 'leaderInCharge',
  laborPayOfficer: 'laborPayOfficer',
  technicalManager: 'technicalManager',
  auditor: 'auditor',
  scheduler: 'scheduler',
  recordKeeper: 'recordKeeper',
  systemAdministrator: 'systemAdministrator',
};

/** What every command reads: parameters and calendar of the day, and an actor in office. */
export const baseFacts = (on: string, role: Role): AnyFacts => ({
  on,
  parameters: parametersOn(defaultParameters, on),
  calendar: libraryCalendar,
  basis: 'rulebook/beijing@0',
  paper: null,
  authority: {
    bodyKind: kinds[role] ?? null,
    district: '110119',
    postKinds: [posts[role] ?? 'handler'],
    holds: true,
    organizationVersion: 1,
  },
});
