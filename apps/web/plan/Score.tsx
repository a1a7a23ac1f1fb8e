import { suitabilityCriteria, type CriterionScores } from '#domain/planning/suitability';
import { fieldLabel } from '#labels/zh/fields';

/** The score of suitability; it opens into its criteria with their reasons. */
export function Score({ of: { suitability, criteria } }: { of: { suitability: number; criteria: CriterionScores } }) {
  return (
    <details>
      <summary>{suitability}</summary>
      <ul className="plain-list">
        {suitabilityCriteria.map((criterion) => (
          <li key={criterion}>
            {fieldLabel(criterion)} {criteria[criterion].score}
            {criteria[criterion].reason && ` · ${criteria[criterion].reason}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
