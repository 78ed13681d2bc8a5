import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, must } from '@/shared/api/client';
import { type Look, useLook } from './appearance';

const path = { key: 'look' };
const queryKey = ['preference', path.key];

/** useRememberedLook puts on what the server remembers of the person; who chose nothing keeps what the machine has. */
export function useRememberedLook() {
  const wear = useLook((s) => s.wear);
  const { data } = useQuery({
    queryKey,
    queryFn: async () => read(must(await api.GET('/account/preferences/{key}', { params: { path } })).value),
    staleTime: 300_000,
  });
  useEffect(() => {
    if (data) wear(data);
  }, [data, wear]);
}

/** useWear changes the look at once and remembers it for the person; without a network only for this machine. */
export function useWear(): (part: Partial<Look>) => void {
  const client = useQueryClient();
  return (part) => {
    useLook.getState().wear(part);
    const { theme, density } = useLook.getState();
    client.setQueryData(queryKey, { theme, density });
    void api
      .PUT('/account/preferences/{key}', { params: { path }, body: { value: JSON.stringify({ theme, density }) } })
      .catch(() => undefined);
  };
}

function read(text: string): Partial<Look> {
  const look: Partial<Look> = {};
  try {
    const said = JSON.parse(text || '{}') as Record<string, unknown>;
    if (said.theme === 'light' || said.theme === 'dark' || said.theme === 'system') look.theme = said.theme;
    if (said.density === 'comfortable' || said.density === 'compact') look.density = said.density;
  } catch {
    // What another version wrote is no reason to fail.
  }
  return look;
}
