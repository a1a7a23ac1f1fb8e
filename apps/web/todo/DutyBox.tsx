import { useState } from 'react';
import { Link } from 'react-router';
import type { DutyPage } from '#contracts/http/inbox';
import { commandLabel } from '#labels/zh/commands';
import { districtName } from '#labels/zh/districts';
import { query } from '../http/client';
import { useDuties } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import { FilterChoice } from '../parts/FilterChoice';
import { Loaded } from '../parts/States';
import { Board } from './Board';
import { ClosedBar, type Closed } from './ClosedBar';
import { groupLabels, groups } from './groups';
import { NextPage } from './NextPage';
import { NothingToDo } from './NothingToDo';

interface DutyBoxProps {
  box: 'mine' | 'unit' | 'acting' | 'area';
  /** of the area, whose duties alone; empty for everybody's */
  owner: string;
}

/** Open duties, the soonest due first, as they are filtered. */
export function DutyBox({ box, owner }: DutyBoxProps) {
  const [lamp] = useAddress('lamp');
  const [kind] = useAddress('kind');
  const [district] = useAddress('district');
  const [later] = useAddress('later');
  const [project] = useAddress('project');
  const [q] = useAddress('q');
  const [after] = useAddress('after');
  const asked = { box, owner, lamp, kind, district, later, project, q, after };
  const duties = useDuties(asked);
  const list = useListOf(query(asked), !duties.isPlaceholderData);
  const [closed, setClosed] = useState<Closed>();
  const filtered = [lamp, kind, district, later, project, q].some((part) => part !== '');
  return (
    <>
      {duties.data && <Filters page={duties.data} box={box} owner={owner} />}
      {closed && <ClosedBar key={closed.accepted.commandId} closed={closed} close={() => setClosed(undefined)} />}
      <Loaded of={duties}>
        {({ items, total, counts, next }) => (
          <>
            <Board
              key={list}
              rows={items}
              counts={counts}
              tell={setClosed}
              empty={<NothingToDo box={box} filtered={filtered} />}
            />
            <NextPage total={total} next={next} />
          </>
        )}
      </Loaded>
    </>
  );
}

/**
 * Which list is on screen: until another one has come, the one before. What stood on that one alone has not ended.
 * @param arrived the list asked for is the one on screen
 */
function useListOf(asked: string, arrived: boolean): string {
  const [list, setList] = useState(asked);
  if (arrived && list !== asked) setList(asked);
  return list;
}

function Filters({ page: { counts, kinds, districts, later: aside }, box, owner }: DutyBoxProps & { page: DutyPage }) {
  const [lamp] = useAddress('lamp');
  const [kind] = useAddress('kind');
  const [district] = useAddress('district');
  const [later] = useAddress('later');
  const [project] = useAddress('project');
  const setParts = useAddressParts();
  const choose = (parts: Readonly<Record<string, string>>) => setParts({ ...parts, after: '', sel: '' });
  return (
    <div className="filters">
      <p className="quiet" aria-live="polite">
        {groups
          .filter((one) => one !== 'stopped' || counts.stopped > 0)
          .map((one) => `${groupLabels[one]} ${counts[one]}`)
          .join(' · ')}
      </p>
      <FilterChoice
        label="灯色"
        all="全部"
        options={groups.map((one) => [one, `${groupLabels[one]} ${counts[one]}`])}
        value={lamp}
        choose={(value) => choose({ lamp: value })}
      />
      <FilterChoice
        label="种类"
        all="各类事项"
        options={counted(kinds, kind, commandLabel)}
        value={kind}
        choose={(value) => choose({ kind: value })}
      />
      {(Object.keys(districts).length > 1 || district !== '') && (
        <FilterChoice
          label="区"
          all="全部区"
          options={counted(districts, district, districtName)}
          value={district}
          choose={(value) => choose({ district: value })}
        />
      )}
      {(aside > 0 || later !== '') && (
        <button type="button" aria-pressed={later !== ''} onClick={() => choose({ later: later === '' ? '1' : '' })}>
          稍后处理 {aside}
        </button>
      )}
      {project !== '' && (
        <button type="button" className="link" onClick={() => choose({ project: '' })}>
          只看一个项目 ×
        </button>
      )}
      {box === 'area' && owner !== '' && <Link to={`/todo${query({ box })}`}>‹ 件在哪里</Link>}
    </div>
  );
}

/** What there is of each, and what is asked for, also where there is none of it. */
const counted = (counts: Readonly<Record<string, number>>, asked: string, labelOf: (value: string) => string) =>
  Object.entries(asked === '' ? counts : { [asked]: 0, ...counts }).map(
    ([value, count]) => [value, `${labelOf(value)} ${count}`] as const,
  );
