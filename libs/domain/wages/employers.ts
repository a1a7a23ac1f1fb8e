import type { Actor } from '../actor';
import { byEmployer, employerFor } from '../mobilization/segment-order';
import type { Project, Segment } from '../project';
import { breach, type Breach } from '../rules';
import type { WagePeriod } from './period';

/** The bodies that employ a segment's workers, the one that answers for pay first. @rule R-TEAM-03 */
export function employersOf(project: Project, segment: Segment): string[] {
  const { parties } = project;
  const candidates = parties ? [parties.contractor, parties.collective, parties.owner, ...parties.townships] : [];
  const besides = candidates.filter(
    (body): body is string => body !== undefined && byEmployer(project, segment, asBody(body)).length === 0,
  );
  return [...new Set([employerFor(project, segment), ...besides])].filter((body) => body !== '');
}

const asBody = (body: string): Actor => ({ person: '', body, post: '' });

/** Pay is drawn up, answered for and settled by the employer alone. */
export const ofEmployer = ({ employers }: Pick<WagePeriod, 'employers'>, { body }: Actor): Breach[] =>
  employers.includes(body)
    ? []
    : [
        breach('P-WHO', {
          need: '本环节的用工单位办理',
          found: body || '个人',
          mend: '由本环节的施工单位、村集体或管护单位办理',
        }),
      ];

/** The money is moved by the employer or by the owner. */
export const payersOf = ({ employers, parties }: Pick<WagePeriod, 'employers' | 'parties'>): string[] => [
  ...employers,
  ...(parties ? [parties.owner] : []),
];

/** Pay is sent, received and set aside by who moves the money. */
export const ofPayer = (period: Pick<WagePeriod, 'employers' | 'parties'>, { body }: Actor): Breach[] =>
  payersOf(period).includes(body)
    ? []
    : [
        breach('P-WHO', {
          need: '本环节的用工单位或业主办理',
          found: body || '个人',
          mend: '由本环节的施工单位、村集体、管护单位或业主办理',
        }),
      ];

/**
 * Who may check the sheet: the township; where the village builds or keeps up itself, the village supervision committee too.
 * A body never checks its own sheet: where the township employs, the owner checks. @rule R-NAT-23 R-OA-16
 */
export function checkersOf({ parties, employers }: Pick<WagePeriod, 'parties' | 'employers'>): string[] {
  if (!parties) return [];
  const { townships, villageSupervision, contractor, owner } = parties;
  const village = villageSupervision && employers[0] !== contractor ? [villageSupervision] : [];
  const others = [...townships, ...village].filter((body) => !employers.includes(body));
  return others.length > 0 ? others : [owner].filter((body) => !employers.includes(body));
}
