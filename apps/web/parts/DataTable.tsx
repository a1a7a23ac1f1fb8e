import type { ReactNode } from 'react';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** right-aligned, tabular digits */
  number?: boolean;
}

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
            {columns.map(({ title, number }) => (
              <th key={title} role="columnheader" scope="col" className={number ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ title, cell, number }, index) =>
                index === 0 ? (
                  <th key={title} role="rowheader" scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} role="cell" data-label={title} className={number ? 'number' : undefined}>
                    {cell(row)}
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
