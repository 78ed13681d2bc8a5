import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, must } from '@/shared/api/client';
import type { ListPreferences } from './types';

const preferencesQuery = (list: string) => {
  const path = { key: `list.${list}` };
  return queryOptions({
    queryKey: ['preference', path.key],
    queryFn: async () => read(must(await api.GET('/account/preferences/{key}', { params: { path } })).value),
    staleTime: 300_000,
  });
};

/** useListPreferences returns how the person likes a list, as the server has it: the same on every machine. */
export function useListPreferences(list: string) {
  const client = useQueryClient();
  const kept = preferencesQuery(list);
  const query = useQuery(kept);
  // What was just chosen holds at once, before any answer.
  const [chosen, setChosen] = useState<ListPreferences>();
  const write = useMutation({
    scope: { id: `list.${list}` },
    mutationFn: async (m: ListPreferences) => {
      const next = { ...(await client.ensureQueryData(kept)), ...m };
      client.setQueryData(kept.queryKey, next);
      const path = { key: `list.${list}` };
      return must(await api.PUT('/account/preferences/{key}', { params: { path }, body: { value: JSON.stringify(next) } }));
    },
    onError: () => {
      setChosen(undefined);
      return client.invalidateQueries({ queryKey: kept.queryKey });
    },
  });
  return {
    preferences: { ...query.data, ...chosen },
    // Without a network what is remembered of it has to do.
    pending: query.fetchStatus === 'fetching' && !query.isFetchedAfterMount,
    save: (part: ListPreferences) => {
      const next = { ...chosen, ...part };
      setChosen(next);
      write.mutate(next);
    },
  };
}

function read(text: string): ListPreferences {
  if (!text) return {};
  try {
    const stored: ListPreferences = JSON.parse(text);
    return stored;
  } catch {
    return {}; // what another version wrote is no reason to fail
  }
}
