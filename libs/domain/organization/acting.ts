import type { Actor, OnBehalfOf } from '../actor';
import { civilDateOf } from '../calendar';
import type { Instant } from '../instant';
import { breach, type Breach } from '../rules';
import { covers, isInForce, type Delegation, type MatterTraits } from './delegation';
import { holdsPost, type Organization } from './organization';

/** What is on record of the delegation by which somebody acts. */
export interface DeputyStanding {
  /** null where the record has none such */
  delegation: Delegation | null;
  inForce: boolean;
  /** the deputy holds the post of their own */
  inOffice: boolean;
}

/**
 * @param organization the body of the post acted from
 * @param own the deputy's own body
 */
export function standingOfDeputy(
  organization: Organization,
  own: Organization,
  { person, onBehalfOf }: Actor & { onBehalfOf: OnBehalfOf },
  at: Instant,
): DeputyStanding {
  const delegation = organization.delegations.find(({ id }) => id === onBehalfOf.delegation) ?? null;
  return {
    delegation,
    inForce: delegation !== null && isInForce(organization, delegation, at),
    inOffice: holdsPost(own, onBehalfOf.own.post, person, civilDateOf(at)),
  };
}

/** Whether what the act says of the delegation is what the record says. */
const agrees = ({ postId, person, deputy, from, to }: Delegation, actor: Actor, said: OnBehalfOf): boolean =>
  postId === actor.post &&
  person === said.person &&
  deputy.person === actor.person &&
  deputy.body === said.own.body &&
  deputy.post === said.own.post &&
  from === said.from &&
  to === said.to;

const refusal = (need: string, found: string, mend: string): Breach[] => [breach('R-OA-13', { need, found, mend })];

/**
 * What stands against acting for another: outside the window, beyond the scope, or by somebody else than the deputy.
 * @param matter null where the scope was judged already, with the matter whose end this act is
 */
export function notDeputy(
  { delegation, inForce, inOffice }: DeputyStanding,
  actor: Actor & { onBehalfOf: OnBehalfOf },
  at: Instant,
  matter: MatterTraits | null,
): Breach[] {
  if (!delegation || !agrees(delegation, actor, actor.onBehalfOf)) {
    return refusal('登记在册的委托', '没有这样的委托', '由任职者本人办理，或先设置代办');
  }
  const { from, to, endedAt } = delegation;
  if (!inForce) {
    const found = endedAt !== null && endedAt <= at ? `已于 ${civilDateOf(endedAt)} 提前结束` : civilDateOf(at);
    return refusal(`代办期间 ${from} 至 ${to} 之内`, found, '由任职者本人办理，或由其重新设置代办');
  }
  if (!inOffice) return refusal('在任的代办人', '代办人已不在原岗位', '由任职者本人办理，或另设代办人');
  if (matter && !covers(delegation, matter)) {
    return refusal('委托范围之内的事项', '超出委托的事项、区或金额', '由任职者本人办理');
  }
  return [];
}
