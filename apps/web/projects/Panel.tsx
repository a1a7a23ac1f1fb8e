import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** One panel of the project's overview; its title opens the whole. */
export function Panel({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>
        <Link to={to}>{title}</Link>
      </h2>
      {children}
    </section>
  );
}
