import { Link } from 'react-router';
import type { DutyRow as Row } from '#contracts/http/reads';
import { commandLabel } from '#labels/zh/commands';
import { actPath } from '../forms/act-path';
import { standInWords } from '../parts/acting-words';
import { Clause } from '../parts/ClauseTag';
import { Lamp, Limit } from '../parts/Lamp';

export const keyOfDuty = ({ stream, key }: Pick<Row, 'stream' | 'key'>): string => `${stream}#${key}`;
export const pathOfDuty = ({ stream, command, key, segmentId }: Row): string =>
  actPath(stream as Parameters<typeof actPath>[0], command, { segmentId, duty: key });

interface DutyRowProps {
  row: Row;
  selected: boolean;
  /** ended while it was being read */
  gone: boolean;
  select: () => void;
  open: () => void;
}

/** One to-do: its light in words, what to do, where, under which clause, until when. */
export function DutyRow({ row, selected, gone, select, open }: DutyRowProps) {
  return (
    <div
      role="row"
      data-key={keyOfDuty(row)}
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      className={`duty lamp-edge-${row.lamp}${gone ? ' gone' : ''}`}
      onClick={select}
      onFocus={select}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && open()}
    >
      <span role="gridcell">
        {gone ? <span className="lamp">已办结</span> : <Lamp lamp={row.lamp} stopped={row.stopped} />}
      </span>
      <span role="gridcell" className="duty-what">
        {/* choosing the row sets the address too, and would call the way to the form off */}
        <Link to={pathOfDuty(row)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {commandLabel(row.command)}
        </Link>
      </span>
      <span role="gridcell" className="duty-where">
        {row.projectName}
        {row.segmentId && <span className="quiet"> {row.segmentId}</span>}
        {row.standIn && <span className="acting"> {standInWords(row.standIn)}</span>}
      </span>
      <span role="gridcell" className="duty-basis quiet">
        <span className="id">{row.rule}</span> · <Clause clause={row.clause} />
      </span>
      <span role="gridcell" className="duty-limit">
        <Limit dueAt={row.dueAt} workingDaysLeft={row.workingDaysLeft} stopped={row.stopped} />
      </span>
    </div>
  );
}
