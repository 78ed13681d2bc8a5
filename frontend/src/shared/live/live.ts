import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';

type Changed = { kind: string; id: string; own: boolean };

type News = {
  /** told counts the notices that came while the product is open. */
  told: number;
  lists: Record<string, string[]>;
  add: (list: string, id: string) => void;
  read: (list: string) => void;
};

/** useNews is which records of each list others changed since it was read. */
export const useNews = create<News>()((set) => ({
  told: 0,
  lists: {},
  add: (list, id) =>
    set((s) => {
      const had = s.lists[list] ?? [];
      return had.includes(id) ? s : { lists: { ...s.lists, [list]: [...had, id] } };
    }),
  read: (list) => set((s) => ({ lists: { ...s.lists, [list]: [] } })),
}));

/** useLive listens for others' changes while somebody is signed in: lists say so and wait, details are read anew where nothing is being typed. */
export function useLive(client: QueryClient, who: string | undefined) {
  useEffect(() => {
    if (!who) return;
    const source = new EventSource('/api/v1/live');
    source.addEventListener('changed', (e) => {
      const change: Changed = JSON.parse(e.data);
      if (change.kind === 'notice') {
        void client.invalidateQueries({ queryKey: ['notices'] });
        useNews.setState((s) => ({ told: s.told + 1 }));
        return;
      }
      if (!change.own) useNews.getState().add(`${change.kind}s`, change.id);
      if (!typing()) renew(client, change);
    });
    // What was told while nobody listened is counted once somebody does.
    source.addEventListener('open', () => void client.invalidateQueries({ queryKey: ['notices'] }));
    source.addEventListener('reload', () => void client.invalidateQueries());
    return () => source.close();
  }, [client, who]);
}

// A form that is being filled in is not reloaded.
const typing = () => document.querySelector('.ant-drawer-open form, .ant-modal form, [data-editing]') !== null;

function renew(client: QueryClient, { kind, id }: Changed) {
  void client.invalidateQueries({ queryKey: [kind, id] });
  if (kind === 'project') void client.invalidateQueries({ queryKey: ['stage', id] });
  void client.invalidateQueries({ queryKey: ['timeline', kind, id] });
}
