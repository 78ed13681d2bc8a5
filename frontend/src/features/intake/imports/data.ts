import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { ApiError, api, etag, must, type Schemas } from '@/shared/api/client';

export type Import = Schemas['ImportOut'];
export type Sheet = Schemas['ImportSheet'];
export type Row = Schemas['ImportRow'];
export type Fix = { cell?: string; field?: string; from?: string; text: string; keep?: string };

export const pageSize = 50;

/** useImports is the list of earlier imports. */
export function useImports() {
  return useQuery({ queryKey: ['imports'], queryFn: async () => must(await api.GET('/imports', {})).items });
}

/** useImport is one import; while it is written it is read again and again. */
export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: async () => must(await api.GET('/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (q) => (q.state.data?.state === 'writing' ? 800 : false),
  });
}

/** useSheets is how an import's sheets are read, as of a version of it. */
export function useSheets(i: Import) {
  return useQuery({
    queryKey: ['import-sheets', i.id, i.version],
    queryFn: async () => must(await api.GET('/imports/{id}/sheets', { params: { path: { id: i.id } } })),
    placeholderData: (before) => before,
  });
}

/** The rows that a reader saw with problems since the filter was last applied; the newest only, that an address stays short. */
export type Held = { round: number; seen: Set<number> };
const mostHeld = 600;

/** useHeld returns what is held in a round of the filter: nothing at its beginning. */
export function useHeld(round: number): Held {
  const held = useRef<Held>({ round, seen: new Set() });
  if (held.current.round !== round) held.current = { round, seen: new Set() };
  return held.current;
}

/** useRows is one page of a sheet's rows; those once shown for a problem stay while they are held. */
export function useRows(i: Import, sheet: string, problems: boolean, page: number, held: Held) {
  const query = { sheet, problems, offset: (page - 1) * pageSize, limit: pageSize };
  return useQuery({
    queryKey: ['import-rows', i.id, i.version, query, held.round],
    queryFn: async () => {
      const seen = problems ? { held: [...held.seen].slice(-mostHeld) } : {};
      const got = must(await api.GET('/imports/{id}/rows', { params: { path: { id: i.id }, query: { ...query, ...seen } } }));
      for (const r of got.items) held.seen.add(r.row);
      return got;
    },
    placeholderData: (before) => before,
  });
}

/** useKinds is the table of ledgers with the fields that columns may be. */
export function useKinds() {
  const kinds = useQuery({
    queryKey: ['ledger-kinds'],
    queryFn: async () => must(await api.GET('/ledger-kinds', {})).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return kinds.data ?? [];
}

/** useSteps is what can be done with an import; each step keeps the answer, and a refusal is shown with its reasons. */
export function useSteps(i: Import) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const where = { path: { id: i.id }, header: { 'If-Match': etag(i.version) } };
  async function step(run: () => Promise<Import>, written = false): Promise<boolean> {
    try {
      client.setQueryData(['import', i.id], await run());
      await client.invalidateQueries(written ? {} : { queryKey: ['imports'] });
      return true;
    } catch (e) {
      const fields = e instanceof ApiError ? (e.problem.fields ?? []).map((f) => f.message) : [];
      const title = e instanceof Error ? e.message : String(e);
      void message.error([title, ...fields.slice(0, 8)].join(' · '), 8);
      if (e instanceof ApiError && e.status === 412) await client.invalidateQueries({ queryKey: ['import', i.id] });
      return false;
    }
  }
  return {
    fix: (sheet: string, fixes: Fix[]) =>
      step(async () => must(await api.PUT('/imports/{id}/cells', { params: where, body: { sheet, fixes } }))),
    read: (body: Schemas['ReadingIn']) => step(async () => must(await api.PUT('/imports/{id}/reading', { params: where, body }))),
    addUnits: (units: Schemas['ImportUnitIn'][]) =>
      step(async () => must(await api.POST('/imports/{id}/units', { params: { path: { id: i.id } }, body: { units } })), true),
    write: (accept_warnings: boolean) =>
      step(async () => must(await api.POST('/imports/{id}/write', { params: where, body: { accept_warnings } }))),
    stop: () => step(async () => must(await api.POST('/imports/{id}/stop', { params: { path: { id: i.id } } }))),
    resume: () => step(async () => must(await api.POST('/imports/{id}/resume', { params: where }))),
    undo: () => step(async () => must(await api.POST('/imports/{id}/undo', { params: where })), true),
  };
}
