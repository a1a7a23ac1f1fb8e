import type { ReactNode } from 'react';
import type { Page } from '#contracts/http/paging';
import { DataTable, type Column } from './DataTable';
import { Pager } from './Pager';
import { Loaded } from './States';

/** A list by the page: loading, failure, nothing to show, or its rows with the pages below. */
export function PagedTable<T>({
  of,
  empty,
  page,
  go,
  ...table
}: {
  of: Parameters<typeof Loaded<Page<T>>>[0]['of'];
  empty: ReactNode;
  label: string;
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  /** as the address has it */
  page: string;
  /** @param page empty for the first, which the address leaves out */
  go: (page: string) => void;
}) {
  return (
    <Loaded of={of}>
      {({ items, total, pageSize }) =>
        items.length === 0 ? (
          empty
        ) : (
          <>
            <DataTable {...table} rows={items} />
            <Pager
              page={Number(page)}
              pageSize={pageSize}
              total={total}
              go={(next) => go(next === 1 ? '' : String(next))}
            />
          </>
        )
      }
    </Loaded>
  );
}
