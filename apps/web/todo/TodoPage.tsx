import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { DutyRow as Row, Lamp as LampName } from '#contracts/http/reads';
import { lampLabels } from '#labels/zh/terms';
import { useDuties } from '../http/queries';
import { FilterChoice } from '../parts/FilterChoice';
import { useAddress } from '../parts/address';
import { useKeys } from '../parts/keys';
import { Empty, Loaded } from '../parts/States';
import { DutyPane } from './DutyPane';
import { DutyRow, keyOfDuty, pathOfDuty } from './DutyRow';
import { useSelection } from './use-selection';

const lamps: readonly LampName[] = ['late', 'soon', 'normal'];

/** What waits for me or my body, the most urgent first. */
export function TodoPage() {
  const [box, setBox] = useAddress('box', 'mine');
  const [lamp, setLamp] = useAddress('lamp');
  const [q, setQ] = useAddress('q');
  const [after, setAfter] = useAddress('after', '', true);
  const duties = useDuties({ box, lamp, q, after });
  useEffect(() => {
    document.title = `待办${duties.data ? ` ${duties.data.total}` : ''} · 以工`;
  }, [duties.data]);
  return (
    <section className="todo">
      <header className="page-head">
        <h1>待办 {duties.data?.total ?? ''}</h1>
        {duties.data && (
          <p className="quiet" aria-live="polite">
            逾期 {duties.data.counts.late} · 临期 {duties.data.counts.soon}
          </p>
        )}
        <div className="filters">
          <div role="group" aria-label="范围" className="segmented">
            {[
              ['mine', '我的'],
              ['unit', '本单位'],
            ].map(([value, label]) => (
              <button key={value} type="button" aria-pressed={box === value} onClick={() => setBox(value!)}>
                {label}
              </button>
            ))}
          </div>
          <FilterChoice
            label="灯色"
            all="全部"
            options={lamps.map((one) => [one, lampLabels[one]])}
            value={lamp}
            choose={setLamp}
          />
          <input
            type="search"
            className="native"
            aria-label="搜索待办"
            placeholder="搜索项目"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
      </header>
      <Loaded of={duties}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NothingToDo box={box} filtered={lamp !== '' || q !== ''} />
          ) : (
            <>
              <Board rows={items} />
              {next && (
                <button type="button" className="link" onClick={() => setAfter(next)}>
                  下一页
                </button>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function NothingToDo({ box, filtered }: { box: string; filtered: boolean }) {
  const unit = useDuties({ box: 'unit' });
  const [, setBox] = useAddress('box', 'mine');
  if (filtered) return <Empty>没有符合条件的事项。</Empty>;
  const others = unit.data?.total ?? 0;
  if (box === 'unit' || others === 0) return <Empty>没有需要您办理的事项。新的事项会自己出现在这里。</Empty>;
  return (
    <Empty
      step={
        <button type="button" className="link" onClick={() => setBox('unit')}>
          去看看
        </button>
      }
    >
      没有需要您办理的事项。本单位还有 {others} 件。
    </Empty>
  );
}

function Board({ rows }: { rows: readonly Row[] }) {
  const go = useNavigate();
  const ordered = lamps.flatMap((lamp) => rows.filter((row) => row.lamp === lamp));
  const keys = ordered.map(keyOfDuty);
  const { selected, select, move, list } = useSelection(keys);
  // a duty that ended while it is being read stays until one moves on
  const last = useRef<Row | undefined>(undefined);
  const current = ordered.find((row) => keyOfDuty(row) === selected);
  useEffect(() => {
    if (current) last.current = current;
  }, [current]);
  const gone = current === undefined && last.current && keyOfDuty(last.current) === selected ? last.current : undefined;
  const shown = current ?? gone;
  useKeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  });
  return (
    <div className="board">
      <div role="grid" aria-label="待办事项" ref={list} className="duties">
        {gone && <DutyRow row={gone} selected gone select={() => undefined} open={() => undefined} />}
        {lamps.map((lamp) => {
          const group = ordered.filter((row) => row.lamp === lamp);
          if (group.length === 0) return null;
          return (
            <div role="rowgroup" key={lamp} aria-label={`${lampLabels[lamp]} ${group.length}`}>
              <h2 className={`lamp-${lamp}`}>
                {lampLabels[lamp]} {group.length}
              </h2>
              {group.map((row) => (
                <DutyRow
                  key={keyOfDuty(row)}
                  row={row}
                  selected={keyOfDuty(row) === selected}
                  gone={false}
                  select={() => select(keyOfDuty(row))}
                  open={() => void go(pathOfDuty(row))}
                />
              ))}
            </div>
          );
        })}
      </div>
      {shown && <DutyPane row={shown} ended={gone !== undefined} next={() => move(1)} />}
    </div>
  );
}
