import { useAddress } from '../parts/address';

/** The way through a list that goes on from its last row: what came or went meanwhile moves nothing. */
export function NextPage({ total, next }: { total: number; next: string | null }) {
  const [after, setAfter] = useAddress('after', '', true);
  if (total === 0 && after === '') return null;
  return (
    <nav className="pager" aria-label="分页">
      {after !== '' && (
        <button type="button" onClick={() => setAfter('')}>
          回到第一页
        </button>
      )}
      <span>共 {total} 件</span>
      {next !== null && (
        <button type="button" onClick={() => setAfter(next)}>
          下一页
        </button>
      )}
    </nav>
  );
}
