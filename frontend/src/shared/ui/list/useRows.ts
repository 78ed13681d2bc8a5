import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { saveNeighbours } from './listNeighbours';
import type { ListProps } from './types';

/** versionOf is the version of a row that was read, 0 where it has none. */
export const versionOf = (row: object) => ('version' in row ? Number(row.version) : 0);

type Asked<T> = Pick<ListProps<T>, 'queryKey' | 'load' | 'rowKey' | 'totals'> & {
  terms: Record<string, string>;
  on: boolean;
  summed: boolean;
};

/** useRows reads a list page by page, and what its whole filter comes to. */
export function useRows<T extends object>({ queryKey, load, rowKey, totals: sums, terms, on, summed }: Asked<T>) {
  const list = useInfiniteQuery({
    queryKey: [queryKey, 'list', terms],
    queryFn: ({ pageParam }) => load({ ...terms, limit: 50, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    enabled: on,
  });
  const totals = useQuery({
    queryKey: [queryKey, 'totals', withoutSort(terms)],
    queryFn: () => sums?.(withoutSort(terms)) ?? Promise.resolve({ count: 0, cells: {} }),
    enabled: summed && sums !== undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const next = list.data?.pages.at(-1)?.next ?? '';
  const trail = JSON.stringify({ ids: rows.map(rowKey), terms, next });
  useEffect(() => {
    if (on) saveNeighbours(queryKey, JSON.parse(trail));
  }, [on, queryKey, trail]);
  return {
    list,
    rows,
    totals: sums && totals.data,
    /** whole is how many rows the filter has, as it is written: 57, or 1,000+. */
    whole: first ? `${first.count.toLocaleString('en-US')}${first.capped ? '+' : ''}` : '',
  };
}

const withoutSort = ({ sort: _, ...terms }: Record<string, string>) => terms;
