import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from '../State';
import { Cards } from './Cards';
import { Rows } from './Rows';
import type { RowsProps } from './table';
import type { Grouping, ListProps } from './types';
import { useNarrow } from './useNarrow';
import type { useRows } from './useRows';

type Props<T> = Omit<RowsProps<T>, 'rows' | 'grouped' | 'totals'> & {
  read: ReturnType<typeof useRows<T & object>>;
  /** empty is shown where there is nothing. */
  empty: ReactNode;
};

/** Body is the list's rows: being read, failed, none, a table, or cards on a phone. */
export function Body<T extends object>({ read, empty, ...p }: Props<T>) {
  const narrow = useNarrow();
  const { list, rows } = read;
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} retry={() => list.refetch()} />;
  if (rows.length === 0) return empty;
  if (narrow) return <Cards {...p} rows={rows} />;
  return <Rows {...p} rows={rows} totals={read.totals} />;
}

type GroupedProps<T> = Omit<RowsProps<T>, 'rows' | 'grouped' | 'totals'> &
  Pick<ListProps<T>, 'load' | 'queryKey'> & {
    spec: Grouping;
    read: ReturnType<typeof useGroups>;
    by: string;
    terms: Record<string, string>;
    unfolded: string[];
    onUnfold: (keys: string[]) => void;
    empty: ReactNode;
  };

/** GroupedBody is the list's rows under the heads of their groups. */
export function GroupedBody<T extends object>({
  spec,
  read: groups,
  by,
  terms,
  unfolded,
  onUnfold,
  empty,
  load,
  queryKey,
  ...p
}: GroupedProps<T>) {
  if (groups.isPending) return <Loading />;
  if (groups.isError) return <Failed error={groups.error} retry={() => groups.refetch()} />;
  if (groups.data.length === 0) return empty;
  const toggle = (key: string) => onUnfold(unfolded.includes(key) ? unfolded.filter((k) => k !== key) : [...unfolded, key]);
  return <Rows {...p} rows={[]} grouped={{ by, groups: groups.data, name: spec.name, unfolded, toggle, load, queryKey, terms }} />;
}

/** useGroups reads the groups of a filter, where rows are grouped at all. */
export function useGroups(queryKey: string, spec: Grouping | undefined, by: string | undefined, terms: Record<string, string>) {
  const { sort: _, ...filter } = terms;
  return useQuery({
    queryKey: [queryKey, 'groups', by, filter],
    queryFn: () => spec?.load(by ?? '', filter) ?? Promise.resolve([]),
    enabled: spec !== undefined && by !== undefined,
  });
}
