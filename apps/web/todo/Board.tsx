import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DutyGroup, DutyRow as Row } from '#contracts/http/inbox';
import type { StreamId } from '#domain/stream';
import { putAside } from '../http/desk';
import { useDone } from '../http/queries';
import { useKeys } from '../parts/keys';
import { BatchBar } from './BatchBar';
import type { Closed } from './ClosedBar';
import { DutyPane } from './DutyPane';
import { DutyRow } from './DutyRow';
import { keyOfDuty, pathOfDuty } from './duty-words';
import { groupLabels, groupOf, groups } from './groups';
import { LaterDialog } from './LaterDialog';
import { useSelection } from './use-selection';
import { useMarks } from './use-marks';
import { withKept } from './with-kept';

interface BoardProps {
  rows: readonly Row[];
  /** how many of each group on the whole list */
  counts: Readonly<Record<DutyGroup, number>>;
  /** told of what was done here */
  tell: (closed: Closed) => void;
  /** what stands where no row is left */
  empty: ReactNode;
}

/** The list by its lights beside what is selected. What another ended while it was being read fades, and stays until one moves on. */
export function Board({ rows, counts, tell, empty }: BoardProps) {
  const go = useNavigate();
  const client = useQueryClient();
  // what is being read: it stays in sight until one moves on
  const [kept, setKept] = useState<Row>();
  // what one dealt with oneself, here or in another window, does not stay
  const dealt = useRef<string | undefined>(undefined);
  const done = useDone({}).data?.items;
  const isMine = (row: Row): boolean =>
    keyOfDuty(row) === dealt.current ||
    Boolean(done?.some(({ stream, at }) => stream === row.stream && at > row.since));
  const shown = withKept(rows, kept && isMine(kept) ? undefined : kept);
  const { selected, select, move, leave, list } = useSelection(shown.map(keyOfDuty));
  const current = shown.find((row) => keyOfDuty(row) === selected);
  const isGone = (row: Row): boolean => !rows.includes(row);
  if (current !== kept) setKept(current);
  const [later, setLater] = useState<Row>();
  const aside = async (row: Row, until: string | null) => {
    setLater(undefined);
    await putAside(row, until);
    dealt.current = keyOfDuty(row);
    leave();
    await Promise.all(['duties', 'boxes'].map((kind) => client.invalidateQueries({ queryKey: [kind] })));
  };
  const { marks, mark, clear, refused } = useMarks();
  const putOff = (row: Row) => (row.asideUntil === null ? setLater(row) : void aside(row, null));
  useKeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    KeyX: () => current && !isGone(current) && mark(current),
    KeyH: () => current && !isGone(current) && putOff(current),
  });
  if (shown.length === 0) return empty;
  return (
    <>
      <BatchBar marks={marks} refused={refused} clear={clear} />
      <div className="board">
        <div role="grid" aria-label="待办事项" ref={list} className="duties">
          {groups.map((name) => {
            const group = shown.filter((row) => groupOf(row) === name);
            if (group.length === 0) return null;
            return (
              <div role="rowgroup" key={name} aria-label={`${groupLabels[name]} ${counts[name]}`}>
                {/* said by the group's name already: a row group holds rows alone */}
                <p className={`group-name lamp-${name}`} aria-hidden="true">
                  {groupLabels[name]} {counts[name]}
                </p>
                {group.map((row) => (
                  <DutyRow
                    key={keyOfDuty(row)}
                    row={row}
                    selected={row === current}
                    gone={isGone(row)}
                    marked={marks.some((one) => keyOfDuty(one) === keyOfDuty(row))}
                    mark={() => mark(row)}
                    select={() => select(keyOfDuty(row))}
                    open={() => void go(pathOfDuty(row))}
                  />
                ))}
              </div>
            );
          })}
        </div>
        {current && (
          <DutyPane
            row={current}
            ended={isGone(current)}
            putOff={() => putOff(current)}
            next={() => move(1)}
            onDone={(accepted) => {
              dealt.current = keyOfDuty(current);
              tell({ stream: current.stream as StreamId, accepted });
              leave();
            }}
          />
        )}
        {later && <LaterDialog choose={(until) => void aside(later, until)} close={() => setLater(undefined)} />}
      </div>
    </>
  );
}
