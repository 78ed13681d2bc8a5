import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { ListName } from './types';

export type View = Schemas['ViewOut'];
export type ViewFacts = { name: string; shared: boolean; terms: Record<string, string>; columns: Schemas['ViewColumns'] };

/** useViews returns the saved views of a list, and how they are kept. */
export function useViews(list?: ListName) {
  const client = useQueryClient();
  const queryKey = ['views', list];
  const query = useQuery({
    queryKey,
    queryFn: async () => must(await api.GET('/views', { params: { query: { list: list ?? 'projects' } } })),
    enabled: list !== undefined,
    staleTime: 60_000,
  });
  const fresh = () => client.invalidateQueries({ queryKey });
  const over = (v: View) => ({ path: { id: v.id }, header: { 'If-Match': etag(v.version) } });
  return {
    views: query.data?.items ?? [],
    mayShare: query.data?.may_share ?? false,
    pending: query.fetchStatus === 'fetching' && !query.isFetchedAfterMount,
    create: async (facts: ViewFacts) => {
      const v = must(await api.POST('/views', { body: { ...facts, id: newId(), list: list ?? 'projects' } }));
      await fresh();
      return v;
    },
    change: async (v: View, facts: Partial<ViewFacts>) => {
      const body = { name: v.name, shared: v.shared, terms: v.terms, ...(v.columns ? { columns: v.columns } : {}), ...facts };
      try {
        must(await api.PUT('/views/{id}', { params: over(v), body }));
      } finally {
        await fresh();
      }
    },
    remove: async (v: View) => {
      try {
        must(await api.DELETE('/views/{id}', { params: over(v) }));
      } finally {
        await fresh();
      }
    },
  };
}

export type Views = ReturnType<typeof useViews>;
