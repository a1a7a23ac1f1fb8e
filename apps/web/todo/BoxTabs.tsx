import { Link } from 'react-router';
import { useBoxes } from '../http/queries';
import { query } from '../http/client';
import { boxes, isShown, type Box } from './boxes';

/** The boxes, each with how many lie in it. */
export function BoxTabs({ box: open }: { box: Box }) {
  const counts = useBoxes().data;
  return (
    <nav aria-label="待办各栏" className="segmented boxes">
      {boxes.map(
        ([box, label, count]) =>
          isShown(box, counts, open) && (
            <Link
              key={box}
              to={`/todo${query({ box: box === 'mine' ? '' : box })}`}
              aria-current={box === open ? 'page' : undefined}
            >
              {label} <span className="count">{counts?.[count] ?? ''}</span>
            </Link>
          ),
      )}
    </nav>
  );
}
