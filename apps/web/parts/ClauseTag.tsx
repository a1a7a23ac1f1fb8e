import { Link } from 'react-router';
import { clauseLabel } from '#domain/rulebook/clauses';

/** A rule and its clause, each opening into its text. */
export function ClauseTag({ rule, clause }: { rule?: string; clause: string }) {
  return (
    <span className="clause">
      {rule && !rule.startsWith('P-') ? <Link to={`/rules/${rule}`}>{rule}</Link> : rule}
      {rule && ' · '}
      <span>{clauseLabel(clause)}</span>
    </span>
  );
}
