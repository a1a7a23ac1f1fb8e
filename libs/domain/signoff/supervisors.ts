import { districtGovernments } from '../organization/roles';
import type { Authority } from '../facts';
import type { Matter } from './matter';
import type { Owner } from './route';
import type { By } from './rules';

/** Posts that call others to account. @rule R-OA-12 */
const leads = ['leaderInCharge', 'head'] as const;
const cityDistrict = '110000';

/** The leading post somebody acts from; undefined where it is none. */
export const leadOf = ({ posts }: By): (typeof leads)[number] | undefined => leads.find((post) => posts.includes(post));

/** Whether a body stands above those a matter goes through: a district's government, or the city. */
export const standsAbove = ({ bodyKind, district }: Pick<Authority, 'bodyKind' | 'district'>): boolean =>
  (bodyKind !== null && districtGovernments.includes(bodyKind)) || district === cityDistrict;

/** A leader of the government of the matter's district, or of the city, as the owner of what they do; undefined for others. */
export function leadsOver(
  matter: Pick<Matter, 'district'>,
  by: By,
  authority: Pick<Authority, 'bodyKind' | 'district'>,
): Owner | undefined {
  const post = leadOf(by);
  const within = authority.district === matter.district || authority.district === cityDistrict;
  return post && within && standsAbove(authority) ? { body: by.body, post } : undefined;
}
