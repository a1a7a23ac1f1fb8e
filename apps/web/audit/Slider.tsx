import { useState } from 'react';
import type { History } from '#contracts/http/history';
import { eventLabel } from '#labels/zh/events';
import { beijingMinute, instantOf, shortDay, wallClockOf } from '../parts/format';
import { useKeys } from '../parts/keys';
import type { Position } from './use-position';

/** Steps through a history: a slider, buttons, keys and a date, none of them the only way. */
export function Slider({ history: { events }, position }: { history: History; position: Position }) {
  const { index, clock, go, goTo, setClock } = position;
  const event = events[index];
  const last = events.length - 1;
  const [typed, setTyped] = useState('');
  useKeys({
    ArrowLeft: () => go(index - 1),
    ArrowRight: () => go(index + 1),
    Home: () => go(0),
    End: () => go(last),
  });
  const spoken = event
    ? `第 ${event.version} 条，共 ${events.length} 条，${eventLabel(event.type)}，${shortDay(event.recordedAt)}`
    : '';
  const shownAt = event ? wallClockOf(clock === 'recorded' ? event.recordedAt : event.occurredAt) : '';
  return (
    <div className="slider">
      <div className="slider-acts">
        <button type="button" disabled={index <= 0} onClick={() => go(0)}>
          第一条
        </button>
        <button type="button" disabled={index <= 0} onClick={() => go(index - 1)}>
          ◀ 上一条
        </button>
        <input
          type="range"
          aria-label="第几条记录"
          aria-valuetext={spoken}
          min={0}
          max={last}
          value={Math.max(index, 0)}
          onChange={(change) => go(Number(change.target.value))}
        />
        <button type="button" disabled={index >= last} onClick={() => go(index + 1)}>
          下一条 ▶
        </button>
        <button type="button" disabled={index >= last} onClick={() => go(last)}>
          最后一条
        </button>
      </div>
      <div className="filters">
        <strong aria-live="polite">
          {event ? `第 ${event.version} 条，共 ${events.length} 条 · ${beijingMinute(event.recordedAt)}` : '尚无记录'}
        </strong>
        <form
          onSubmit={(submit) => {
            submit.preventDefault();
            const instant = instantOf(typed || shownAt);
            if (instant) goTo(instant);
          }}
        >
          <label>
            时点{' '}
            <input
              className="native"
              type="datetime-local"
              value={typed || shownAt}
              onChange={(change) => setTyped(change.target.value)}
            />
          </label>
          <button type="submit">回看</button>
        </form>
        <div className="segmented" role="group" aria-label="按哪个时间">
          <button type="button" aria-pressed={clock === 'recorded'} onClick={() => setClock('recorded')}>
            记录时间
          </button>
          <button type="button" aria-pressed={clock === 'occurred'} onClick={() => setClock('occurred')}>
            发生时间
          </button>
        </div>
      </div>
    </div>
  );
}
