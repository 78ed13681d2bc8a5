import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, must } from '@/shared/api/client';

/** dayQuery is one's own day: what is due, what was done, and today's visits. The menu counts from it what the desk shows. */
export const dayQuery = queryOptions({ queryKey: ['desk', 'day'], queryFn: async () => must(await api.GET('/desk', {})) });

/** useThingsDue counts what is overdue or due today. */
export function useThingsDue(): number {
  const { data } = useQuery({ ...dayQuery, staleTime: 60_000 });
  return data ? data.overdue.length + data.due.length : 0;
}
