import { useQueries } from '@tanstack/react-query';
import type { ListProps, Ready } from './types';

/** useCounted puts the count of its rows to each view that everybody has: the list is asked for one row of it. */
export function useCounted<T>(queryKey: string, load: ListProps<T>['load'], views: Ready[]): Ready[] {
  const counts = useQueries({
    queries: views.map((v) => ({
      queryKey: [queryKey, 'ready', v.terms],
      queryFn: () => load({ ...v.terms, limit: 1 }),
      staleTime: 60_000,
    })),
  });
  return views.map((v, i) => {
    const page = counts[i]?.data;
    return page ? { ...v, count: `${page.count.toLocaleString('en-US')}${page.capped ? '+' : ''}` } : v;
  });
}
