import type { ReactNode } from 'react';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** right-aligned, tabular digits */
  number?: boolean;
  /** a word or two that stay on one line */
  short?: boolean;
  /** links to acts, which paper does not have */
  screenOnly?: boolean;
}

const classOf = <T,>({ number, short, screenOnly }: Column<T>): string | undefined =>
  [number && 'number', short && 'short', screenOnly && 'no-print'].filter(Boolean).join(' ') || undefined;

/**
 * A plain table: its first column stays, the rest scrolls inside, heads repeat on paper. On a phone each row is a card that
 * repeats the titles; the roles are spelled out because some browsers drop them from cells that are not laid out as cells.
 */
export function DataTable<T>({
  label,
  columns,
  rows,
  keyOf,
}: {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table role="table" className="data-table">
        <caption className="visually-hidden">{label}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.title} role="columnheader" scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.title} role="rowheader" scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.title} role="cell" data-label={column.title} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
