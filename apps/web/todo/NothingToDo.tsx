import { Link } from 'react-router';
import { useBoxes } from '../http/queries';
import { useAddressParts } from '../parts/address';
import { Empty } from '../parts/States';

/** Why the list is empty, and where there is something. */
export function NothingToDo({ box, filtered }: { box: 'mine' | 'unit' | 'acting' | 'area'; filtered: boolean }) {
  const counts = useBoxes().data;
  const setParts = useAddressParts();
  if (filtered) {
    const clear = () => setParts({ lamp: '', kind: '', district: '', later: '', project: '', q: '', after: '' });
    return (
      <Empty
        step={
          <button type="button" className="link" onClick={clear}>
            清空筛选和搜索
          </button>
        }
      >
        没有符合条件的事项。
      </Empty>
    );
  }
  switch (box) {
    case 'mine': {
      const others = counts?.unit ?? 0;
      return others === 0 ? (
        <Empty>没有需要您办理的事项。新的事项会自己出现在这里。</Empty>
      ) : (
        <Empty step={<Link to="/todo?box=unit">去看看</Link>}>没有需要您办理的事项。本单位还有 {others} 件。</Empty>
      );
    }
    case 'unit':
      return <Empty>本单位没有在办的事项。</Empty>;
    case 'acting':
      return (
        <Empty step={<Link to="/deputies">看委托代办</Link>}>
          没有需要您代办的事项。他人委托您、且在期限和范围之内的，会出现在这里。
        </Empty>
      );
    case 'area':
      return <Empty>该岗位没有在办的事项。</Empty>;
  }
}
