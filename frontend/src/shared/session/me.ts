import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, must, type Schemas } from '@/shared/api/client';

/** meQuery is who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => must(await api.GET('/me', {})),
  staleTime: 60_000,
  retry: false,
});

/** useMe returns who is signed in; on screens that require signing in it is always there. */
export function useMe(): Schemas['Me'] | undefined {
  return useQuery(meQuery).data;
}

/** useMay reports whether the person holds a right. */
export function useMay(): (right: string) => boolean {
  const me = useMe();
  return (right) => me?.rights.includes(right) ?? false;
}
