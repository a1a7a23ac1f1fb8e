import type { FaceTable } from '#domain/document/face';

/** The table that goes out with a document, on sheets of its own. */
export function AnnexTable({ annex: { title, columns, rows, totals } }: { annex: FaceTable }) {
  const cells = (row: readonly string[]) =>
    columns.map(({ name, align }, index) => (
      <td key={name} className={align}>
        {row[index]}
      </td>
    ));
  return (
    <section className="annex" aria-label={title}>
      <p className="annex-mark">附件</p>
      <h2>{title}</h2>
      <div className="table-frame" tabIndex={0} role="region" aria-label={`${title}（可左右滚动）`}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>{cells(row)}</tr>
            ))}
          </tbody>
          <tfoot>
            <tr>{cells(totals)}</tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
