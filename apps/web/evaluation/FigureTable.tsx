import type { EvaluationPage, FigureValue } from '#contracts/http/evaluations';
import { indicatorName } from '#labels/zh/indicators';
import { useAddressParts } from '../parts/address';
import { DataTable } from '../parts/DataTable';
import { figureText } from './figure';

interface Row {
  projectId: string;
  name: string;
  figures: Readonly<Record<string, FigureValue>>;
}

/** Figures of the district and of each project; every cell opens into the rows behind it. */
export function FigureTable({ page: { district, projects }, name }: { page: EvaluationPage; name: string }) {
  const open = useAddressParts();
  const rows: readonly Row[] = [...(district ? [{ projectId: '', name, figures: district }] : []), ...projects];
  const indicators = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  return (
    <DataTable
      label="年度指标"
      rows={rows}
      keyOf={({ projectId }) => projectId || 'district'}
      columns={[
        { title: '区、项目', cell: ({ projectId, name: row }) => (projectId === '' ? <strong>{row}</strong> : row) },
        ...indicators.map((indicator) => ({
          title: indicatorName(indicator),
          number: true,
          cell: ({ projectId, name: row, figures }: Row) => {
            const figure = figures[indicator];
            if (!figure) return '—';
            return (
              <button
                type="button"
                className="link"
                aria-label={`${row} ${indicatorName(indicator)} ${figureText(figure)}，看依据`}
                onClick={() => open({ indicator, project: projectId })}
              >
                {figureText(figure)}
              </button>
            );
          },
        })),
      ]}
    />
  );
}
