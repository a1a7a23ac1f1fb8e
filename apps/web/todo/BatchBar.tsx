import { Link } from 'react-router';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { keyOfDuty, whatOf } from './duty-words';

/** What is chosen so far, and the way to its check page. */
export function BatchBar({ marks, refused, clear }: { marks: readonly Row[]; refused: string; clear: () => void }) {
  const address = new URLSearchParams(marks.map((row) => ['item', keyOfDuty(row)]));
  return (
    <>
      {refused !== '' && (
        <p className="summary" role="alert">
          {refused}
        </p>
      )}
      {marks.length > 0 && (
        <p className="acts" role="status">
          已选 {marks.length} 件（{whatOf(marks[0]!)}） <Link to={`/todo/agree?${address}`}>核对并批量同意</Link>
          <button type="button" className="link" onClick={clear}>
            取消选择
          </button>
        </p>
      )}
    </>
  );
}
