import { z } from 'zod';
import { shortText } from '../shapes';

/** How well a candidate suits work-relief, item by item. @rule R-PRIN-02 */
export const suitabilityCriteria = [
  'smallInvestment',
  'lowTechnicalBarrier',
  'simpleEarlyWork',
  'lowSkillNeed',
  'jobDemand',
  'localFit',
] as const;
export type SuitabilityCriterion = (typeof suitabilityCriteria)[number];

/** One criterion as judged: 0 to 100, and why where that was written down. */
export interface CriterionScore {
  score: number;
  reason: string | null;
}
export type CriterionScores = Readonly<Record<SuitabilityCriterion, CriterionScore>>;

const score = z.int().min(0).max(100);
const reason = shortText(200).optional();

/** Six items of 0 to 100; their mean is the suitability score. */
export const suitabilityShape = z.strictObject({
  smallInvestment: score,
  lowTechnicalBarrier: score,
  simpleEarlyWork: score,
  lowSkillNeed: score,
  jobDemand: score,
  localFit: score,
} satisfies Record<SuitabilityCriterion, unknown>);

/** Why an item was scored so; an item may speak for itself. */
export const suitabilityReasonsShape = z.strictObject({
  smallInvestment: reason,
  lowTechnicalBarrier: reason,
  simpleEarlyWork: reason,
  lowSkillNeed: reason,
  jobDemand: reason,
  localFit: reason,
} satisfies Record<SuitabilityCriterion, unknown>);

interface Judged {
  suitability: z.output<typeof suitabilityShape>;
  suitabilityReasons: z.output<typeof suitabilityReasonsShape>;
}

/** The items with their reasons, and their mean, rounded to a whole number. */
export function scored({ suitability, suitabilityReasons }: Judged): {
  suitability: number;
  criteria: CriterionScores;
} {
  const criteria = Object.fromEntries(
    suitabilityCriteria.map((criterion) => [
      criterion,
      { score: suitability[criterion], reason: suitabilityReasons[criterion] ?? null },
    ]),
  ) as unknown as CriterionScores;
  const sum = suitabilityCriteria.reduce((total, criterion) => total + suitability[criterion], 0);
  return { suitability: Math.round(sum / suitabilityCriteria.length), criteria };
}
