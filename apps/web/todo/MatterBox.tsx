import { useNavigate } from 'react-router';
import type { MatterRow as Row } from '#contracts/http/matters';
import { keyOf, type StreamId } from '#domain/stream';
import { ActRefused } from '../forms/ActRefused';
import { useAct } from '../forms/use-act';
import { useMatters } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import { FilterChoice } from '../parts/FilterChoice';
import { useKeys } from '../parts/keys';
import { Empty, Loaded } from '../parts/States';
import { MatterRow } from './MatterRow';
import { NextPage } from './NextPage';
import { UnsentDrafts } from './UnsentDrafts';
import { useSelection } from './use-selection';

type Part = 'drafter' | 'copied' | 'supervised';

const emptyWords: Readonly<Record<Part, string>> = {
  drafter: '没有您发起且仍在办的事项。需要会签的决定，在项目页“可办事项”中发起。',
  copied: '没有抄送或传阅给您的事项。',
  supervised: '没有您督办且尚未了结的事项。在事项页选择“督办”，即列入这里。',
};
const labels: Readonly<Record<Part, string>> = {
  drafter: '我发起的事项',
  copied: '抄送传阅的事项',
  supervised: '督办的事项',
};
/** What was shown to one is there to be looked up; the rest is first of all what is still open. */
const firstState: Readonly<Record<Part, string>> = { drafter: 'open', copied: 'all', supervised: 'open' };

/** What one started, watches over or was shown: where it lies now, since when, how often it was urged. */
export function MatterBox({ part }: { part: Part }) {
  const [q] = useAddress('q');
  const [state] = useAddress('state', firstState[part]);
  const [after] = useAddress('after');
  const setParts = useAddressParts();
  const matters = useMatters({ part, q, state: state === 'all' ? '' : state, after });
  return (
    <>
      <div className="filters">
        <FilterChoice
          label="办理情况"
          options={[
            ['open', part === 'supervised' ? '督办中' : '在办'],
            ['ended', part === 'supervised' ? '已了结' : '已结束'],
            ['all', '全部'],
          ]}
          value={state}
          choose={(value) => setParts({ state: value === firstState[part] ? '' : value, after: '', sel: '' })}
        />
      </div>
      {part === 'drafter' && <UnsentDrafts />}
      <Loaded of={matters}>
        {({ items, total, next }) =>
          items.length === 0 ? (
            <Empty>{q === '' && state === firstState[part] ? emptyWords[part] : '没有符合条件的事项。'}</Empty>
          ) : (
            <>
              <MatterList rows={items} part={part} />
              <NextPage total={total} next={next} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function MatterList({ rows, part }: { rows: readonly Row[]; part: Part }) {
  const go = useNavigate();
  const { selected, select, move, list } = useSelection(rows.map(({ stream }) => stream));
  const { act, answer } = useAct();
  const urge = ({ stream }: Row) => void act({ stream: stream as StreamId, type: 'urgeMatter', data: {} });
  const current = rows.find(({ stream }) => stream === selected);
  const mayUrge = part === 'drafter' && current?.status === 'open';
  useKeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...(mayUrge && { KeyU: () => urge(current) }),
  });
  return (
    <>
      {answer?.at === 'done' && (
        <p className="closed" role="status">
          已催办，已记入办理过程。
        </p>
      )}
      <ActRefused answer={answer} />
      <div role="grid" aria-label={labels[part]} ref={list} className="duties">
        {rows.map((row) => (
          <MatterRow
            key={row.stream}
            row={row}
            selected={row === current}
            select={() => select(row.stream)}
            open={() => void go(`/signoffs/${keyOf(row.stream as StreamId)}`)}
            urge={part === 'drafter' && row.status === 'open' ? () => urge(row) : undefined}
          />
        ))}
      </div>
    </>
  );
}
