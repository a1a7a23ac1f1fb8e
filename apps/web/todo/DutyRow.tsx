import { Link } from 'react-router';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { keyOf, type StreamId } from '#domain/stream';
import { Clause } from '../parts/ClauseTag';
import { Lamp, Limit } from '../parts/Lamp';
import { isOpening } from '../parts/keys';
import { useMe } from '../shell/session';
import { isForBatch, keyOfDuty, pathOfDuty, whatOf, whereOf, whyOf } from './duty-words';
import { EndedBy } from './EndedBy';

interface DutyRowProps {
  row: Row;
  selected: boolean;
  /** ended while it was being read */
  gone: boolean;
  /** chosen to be agreed to with others */
  marked: boolean;
  mark: () => void;
  select: () => void;
  open: () => void;
}

/** One to-do: its light in words, what to do, where, why it is mine, under which clause, until when. */
export function DutyRow({ row, selected, gone, marked, mark, select, open }: DutyRowProps) {
  const me = useMe();
  return (
    <div
      role="row"
      data-key={keyOfDuty(row)}
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      className={`duty lamp-edge-${row.lamp}${gone ? ' gone' : ''}`}
      onClick={select}
      onFocus={select}
      onKeyDown={(event) => isOpening(event) && open()}
    >
      <span role="gridcell">
        {gone ? <span className="lamp">已办结</span> : <Lamp lamp={row.lamp} stopped={row.stopped} />}
      </span>
      <span role="gridcell" className="duty-what">
        {isForBatch(row) && !gone && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`选择 ${whatOf(row)} ${whereOf(row)}`}
            checked={marked}
            onChange={mark}
          />
        )}
        {/* choosing the row sets the address too, and would call the way to the form off */}
        <Link to={pathOfDuty(row)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {whatOf(row)}
        </Link>
        <Marks row={row} />
      </span>
      <span role="gridcell" className="duty-where">
        {whereOf(row)}
        {row.segmentId && <span className="quiet"> 环节 {row.segmentId.slice(1)}</span>}
        {gone && row.matter ? (
          <span className="duty-why">
            <EndedBy matter={keyOf(row.stream as StreamId)} seat={row.key} />
          </span>
        ) : (
          <span className={row.standIn ? 'duty-why acting' : 'duty-why quiet'}>{whyOf(row, me)}</span>
        )}
      </span>
      <span role="gridcell" className="duty-basis quiet">
        <span className="id">{row.rule}</span> · <Clause clause={row.clause} />
      </span>
      <span role="gridcell" className="duty-limit">
        <Limit {...row} />
      </span>
    </div>
  );
}

/** Whether it is 特急, what changed since one looked, and how far the signing has come. */
function Marks({ row: { matter, underWay } }: { row: Row }) {
  if (underWay) return <span className="tag">会签办理中</span>;
  if (!matter) return null;
  return (
    <>
      {matter.urgent && <span className="tag warn">特急</span>}
      {matter.changes > 0 && <span className="tag warn">▲ 改 {matter.changes} 处</span>}
      {matter.needed > 1 && (
        <span className="quiet">
          已签 {matter.agreed}/{matter.needed}
        </span>
      )}
    </>
  );
}
