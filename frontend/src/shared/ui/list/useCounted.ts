import { useQueries } from '@tanstack/react-query';
import type { ListProps, Ready } from './types';

/** useCounted returns the views that everybody has with the number of their rows; it asks the list for one row of each. */
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
