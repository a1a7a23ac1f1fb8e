import { Link } from 'react-router';
import { clauseLabel } from '#domain/rulebook/clauses';

/** A rule and its clause, each opening into its text. */
export function ClauseTag({ rule, clause }: { rule?: string; clause: string }) {
  return (
    <span className="clause">
      {rule && !rule.startsWith('P-') ? (
        <Link to={`/rules/${rule}`} className="id">
          {rule}
        </Link>
      ) : (
        rule
      )}
      {rule && ' · '}
      <Clause clause={clause} />
    </span>
  );
}

/** A clause of the opinion is not broken at its hyphen; what this product itself requires is a sentence and may be. */
export const Clause = ({ clause }: { clause: string }) => (
  <span className={clause.startsWith('CL-') ? 'id' : undefined}>{clauseLabel(clause)}</span>
);
