import { useEffect } from 'react';
import { useBoxes } from '../http/queries';
import { useAddress, useAddressParts } from '../parts/address';
import { boxes, isBox, labelOf, type Box } from './boxes';
import { BoxTabs } from './BoxTabs';
import { DoneBox } from './DoneBox';
import { DutyBox } from './DutyBox';
import { HoldingsBox } from './HoldingsBox';
import { MatterBox } from './MatterBox';

/** What waits for me or my body, the most urgent first, and the boxes beside it. */
export function TodoPage() {
  const [named] = useAddress('box', 'mine');
  const [owner] = useAddress('owner');
  const box: Box = isBox(named) ? named : 'mine';
  const counts = useBoxes().data;
  const count = counts?.[boxes.find(([name]) => name === box)![2]];
  const title = box === 'mine' ? '待办' : labelOf(box);
  useEffect(() => {
    document.title = `${title}${count === undefined || count === null ? '' : ` ${count}`} · 以工`;
  }, [title, count]);
  return (
    <section className="todo">
      <header className="page-head">
        <h1>
          {title} {count}
        </h1>
        <BoxTabs box={box} />
        {!(box === 'area' && owner === '') && <Search />}
      </header>
      <OpenBox key={box} box={box} owner={owner} />
    </section>
  );
}

function OpenBox({ box, owner }: { box: Box; owner: string }) {
  switch (box) {
    case 'mine':
    case 'unit':
    case 'acting':
      return <DutyBox box={box} owner="" />;
    case 'area':
      return owner === '' ? <HoldingsBox /> : <DutyBox box="area" owner={owner} />;
    case 'sent':
      return <MatterBox part="drafter" />;
    case 'cc':
      return <MatterBox part="copied" />;
    case 'supervised':
      return <MatterBox part="supervised" />;
    case 'done':
      return <DoneBox />;
  }
}

function Search() {
  const [q] = useAddress('q');
  const setParts = useAddressParts();
  return (
    <input
      type="search"
      className="native"
      aria-label="搜索待办"
      placeholder="搜索项目或事项"
      value={q}
      onChange={(event) => setParts({ q: event.target.value, after: '', sel: '' })}
    />
  );
}
