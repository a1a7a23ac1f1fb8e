import { Link } from 'react-router';
import type { MatterRow as Row, SupervisionStanding } from '#contracts/http/matters';
import { keyOf, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { beijingMinute, shortDay } from '../parts/format';
import { isOpening } from '../parts/keys';
import { matterWords } from '../signoff/words';

interface MatterRowProps {
  row: Row;
  selected: boolean;
  select: () => void;
  open: () => void;
  /** for who started it */
  urge: (() => void) | undefined;
}

/** A matter in a box: how far it has come, with whom it lies and since when, how often it was urged. */
export function MatterRow({ row, selected, select, open, urge }: MatterRowProps) {
  const { stream, title, act, status, round, document, seen, steps, holders, urges, urgedAt, projectName } = row;
  return (
    <div
      role="row"
      data-key={stream}
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      className="matter-row"
      onClick={select}
      onFocus={select}
      onKeyDown={(event) => isOpening(event) && open()}
    >
      <span role="gridcell" className="duty-what">
        <Link to={`/signoffs/${keyOf(stream as StreamId)}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {title}
        </Link>
        {seen !== null && seen < document && <span className="tag warn">▲ 有新稿</span>}
        <span className="quiet">
          {[commandLabel(act), projectName, `第 ${document} 版`, round > 1 && `第 ${round} 轮`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span role="gridcell">
        {matterWords[status]}
        {steps.map(({ name, agreed, needed }) => (
          <span key={name} className="line">
            {name} {needed > 1 && `已签 ${agreed}/${needed}`}
          </span>
        ))}
        {row.supervisions.map((one) => (
          <span key={one.id} className="line">
            {supervisionWords(one)}
          </span>
        ))}
      </span>
      <span role="gridcell" className="quiet">
        {holders.map(({ name, since }) => (
          <span key={`${name}${since}`} className="line">
            在 {name}，自 <time dateTime={since}>{beijingMinute(since)}</time> 起
          </span>
        ))}
      </span>
      <span role="gridcell">
        {urge && (
          <button
            type="button"
            onClick={(event) => {
              event.stopPropagation();
              urge();
            }}
          >
            催办
          </button>
        )}
        {urgedAt && (
          <span className="line quiet">
            已催办 {urges} 次，最近 {beijingMinute(urgedAt)}
          </span>
        )}
      </span>
    </div>
  );
}

const supervisionWords = ({ dueOn, reporters, reports, closed }: SupervisionStanding): string =>
  closed ? '督办已了结' : `督办：${shortDay(dueOn)} 前报告，已报告 ${reports}/${reporters}`;
