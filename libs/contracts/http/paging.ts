export interface Page<T> {
  items: readonly T[];
  total: number;
  page: number;
  pageSize: number;
}

/** A list read on from where the page before ended; `total` counts the whole list. */
export interface Slice<T> {
  items: readonly T[];
  total: number;
  next: string | null;
}
