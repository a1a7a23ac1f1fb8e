import { Fragment, useRef } from 'react';
import type { WageLineRowView } from '#contracts/http/wages';
import type { JobPost } from '#domain/mobilization/state';
import { useAddress } from '../parts/address';
import { hours, money } from '../parts/format';
import { partWords } from '../parts/pay-words';
import { useKeys } from '../parts/keys';

/** Pay lines with roving focus; each opens into how its number came about. */
export function SheetLines({
  lines,
  posts,
  statusWord,
}: {
  lines: readonly WageLineRowView[];
  posts: readonly JobPost[];
  statusWord: (status: string) => string;
}) {
  const [selected, select] = useAddress('line');
  const [explain, setExplain] = useAddress('explain');
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (by: number) => {
    const index = lines.findIndex(({ personRef }) => personRef === selected);
    const next = lines[Math.min(Math.max(index + by, 0), lines.length - 1)];
    if (!next) return;
    select(next.personRef);
    body.current?.querySelector<HTMLElement>(`[data-key="${next.personRef}"]`)?.focus();
  };
  useKeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    KeyD: () => setExplain(explain === selected ? '' : selected),
    KeyP: () => window.print(),
  });
  return (
    <div className="table-frame" role="region" aria-label="工资表各行">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">身份证</th>
            <th scope="col" className="number">
              工日
            </th>
            <th scope="col" className="number">
              工时
            </th>
            <th scope="col" className="number">
              应发
            </th>
            <th scope="col" className="number">
              代扣
            </th>
            <th scope="col" className="number">
              实发
            </th>
            <th scope="col" className="no-print">
              状态
            </th>
            <th scope="col" className="no-print">
              怎么来的
            </th>
            <th scope="col" className="print-only">
              本人签字
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map((line) => (
            <Fragment key={line.personRef}>
              <tr
                data-key={line.personRef}
                tabIndex={line.personRef === (selected || lines[0]?.personRef) ? 0 : -1}
                aria-selected={line.personRef === selected}
                onFocus={() => select(line.personRef)}
              >
                <th scope="row">{line.name}</th>
                <td data-label="身份证">{line.idNumber}</td>
                <td data-label="工日" className="number">
                  {line.days}
                </td>
                <td data-label="工时" className="number">
                  {hours(line.minutes)}
                </td>
                <td data-label="应发" className="number">
                  {money(line.grossFen)}
                </td>
                <td data-label="代扣" className="number">
                  {money(line.deductionsFen)}
                </td>
                <td data-label="实发" className="number">
                  {money(line.netFen)}
                </td>
                <td data-label="状态" className="no-print">
                  {statusWord(line.status)}
                  {line.edition > 1 && <span className="quiet"> 第 {line.edition} 版</span>}
                </td>
                <td data-label="怎么来的" className="no-print">
                  <button
                    type="button"
                    className="link"
                    aria-expanded={explain === line.personRef}
                    aria-label={`看算法：${line.name}的应发怎么来的`}
                    onClick={() => setExplain(explain === line.personRef ? '' : line.personRef)}
                  >
                    看算法
                  </button>
                </td>
                <td className="print-only signature" />
              </tr>
              {explain === line.personRef && (
                <tr>
                  <td colSpan={10}>
                    <Parts line={line} posts={posts} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Pay as the sum of its parts: the rate of each version, the time, the amount. */
function Parts({ line, posts }: { line: WageLineRowView; posts: readonly JobPost[] }) {
  return (
    <ul className="plain-list" aria-label="怎么算的">
      {line.parts.map((part, index) => (
        <li key={index}>
          {posts.find(({ id }) => id === part.postId)?.title ?? part.postId} · {partWords(part)}
          <span className="quiet">（标准第 {part.rateVersion} 版）</span>
        </li>
      ))}
      <li>
        <strong>应发 {money(line.grossFen)}</strong>
      </li>
    </ul>
  );
}
