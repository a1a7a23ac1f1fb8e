import { Button } from 'antd';

/** Pages of a list; the address keeps the page. */
export function Pager({
  page,
  pageSize,
  total,
  go,
}: {
  page: number;
  pageSize: number;
  total: number;
  go: (page: number) => void;
}) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return <p className="quiet">共 {total} 条</p>;
  return (
    <nav className="pager" aria-label="分页">
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>
        上一页
      </Button>
      <span>
        第 {page} / {last} 页，共 {total} 条
      </span>
      <Button disabled={page >= last} onClick={() => go(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}
