import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, must } from '@/shared/api/client';
import { type Appearance, useAppearance } from './appearance';

const path = { key: 'look' };
const queryKey = ['preference', path.key];

/** useSavedAppearance applies what the server has saved for the person. Where the person chose nothing, this machine keeps what it has. */
export function useSavedAppearance() {
  const change = useAppearance((s) => s.change);
  const { data } = useQuery({
    queryKey,
    queryFn: async () => read(must(await api.GET('/account/preferences/{key}', { params: { path } })).value),
    staleTime: 300_000,
  });
  useEffect(() => {
    if (data) change(data);
  }, [data, change]);
}

/** useChangeAppearance returns a function that changes the appearance at once and saves it for the person, or without a network for this machine alone. */
export function useChangeAppearance(): (part: Partial<Appearance>) => void {
  const client = useQueryClient();
  return (part) => {
    useAppearance.getState().change(part);
    const { theme, density } = useAppearance.getState();
    client.setQueryData(queryKey, { theme, density });
    void api
      .PUT('/account/preferences/{key}', { params: { path }, body: { value: JSON.stringify({ theme, density }) } })
      .catch(() => undefined);
  };
}

function read(text: string): Partial<Appearance> {
  const saved: Partial<Appearance> = {};
  try {
    const stored: Record<string, unknown> = JSON.parse(text || '{}');
    if (stored.theme === 'light' || stored.theme === 'dark' || stored.theme === 'system') saved.theme = stored.theme;
    if (stored.density === 'comfortable' || stored.density === 'compact') saved.density = stored.density;
  } catch {
    // Another version may have written something that cannot be read.
  }
  return saved;
}
