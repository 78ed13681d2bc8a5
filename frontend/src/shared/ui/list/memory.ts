import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, must } from '@/shared/api/client';
import type { Memory } from './types';

/** useMemory gives what the server remembers of how the person likes a list; the same on every machine. */
export function useMemory(list: string) {
  const client = useQueryClient();
  const path = { key: `list.${list}` };
  const queryKey = ['preference', path.key];
  const query = useQuery({
    queryKey,
    queryFn: async () => read(must(await api.GET('/account/preferences/{key}', { params: { path } })).value),
    staleTime: 300_000,
  });
  const write = useMutation({
    scope: { id: path.key },
    mutationFn: async (m: Memory) =>
      must(await api.PUT('/account/preferences/{key}', { params: { path }, body: { value: JSON.stringify(m) } })),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const memory = query.data ?? {};
  return {
    memory,
    // Without a network what is remembered of it has to do.
    pending: query.fetchStatus === 'fetching' && !query.isFetchedAfterMount,
    save: (part: Memory) => {
      const next = { ...client.getQueryData<Memory>(queryKey), ...part };
      client.setQueryData(queryKey, next);
      write.mutate(next);
    },
  };
}

function read(text: string): Memory {
  if (!text) return {};
  try {
    return JSON.parse(text) as Memory;
  } catch {
    return {}; // what another version wrote is no reason to fail
  }
}
