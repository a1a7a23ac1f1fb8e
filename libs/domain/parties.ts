import { z } from 'zod';

const bodyId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/);

/** The bodies bound to a project by their duty, each by its id. */
export interface Parties {
  districtGovernment: string;
  developmentReform: string;
  agriculture: string;
  finance: string;
  humanResources: string;
  /** one of the eight sector departments, @rule R-ORG-06 */
  sectorDepartment: string;
  /** the first one leads */
  townships: readonly string[];
  owner: string;
  contractor?: string;
  collective?: string;
  villageSupervision?: string;
  supervisionEngineer?: string;
}

export { bodyId };

/** Who employs the workers: the contractor, or the collective that builds itself. Gates bind to this duty, not to a kind of company. */
export const employerOf = (parties: Parties): string | undefined => parties.contractor ?? parties.collective;

/** Who checks the employer's roster and pay sheet: the township; for self-build the village supervision committee where named. */
export const checkerOf = (parties: Parties): string => parties.townships[0] ?? parties.owner;
