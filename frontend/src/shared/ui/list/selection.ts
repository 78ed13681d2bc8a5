import { useEffect, useState } from 'react';

/** Selection is which rows are ticked: some, by ID with the version read, or all of the filter. */
export type Selection = { all: boolean; rows: Map<string, number> };

const none: Selection = { all: false, rows: new Map() };

type Row = { id: string; version: number };

/** useSelection keeps the ticked rows of one filter; another filter begins anew. */
export function useSelection(filter: string, loaded: Row[]) {
  const [kept, setKept] = useState<Selection & { filter: string }>({ ...none, filter });
  const now = kept.filter === filter ? kept : { ...none, filter };
  const set = (s: Selection) => setKept({ ...s, filter });
  useEffect(() => setKept((k) => (k.filter === filter ? k : { ...none, filter })), [filter]);
  const ticked = (id: string) => now.all || now.rows.has(id);
  return {
    ...now,
    ticked,
    size: now.rows.size,
    put: (ids: string[]) => set({ all: false, rows: new Map(loaded.flatMap((r) => (ids.includes(r.id) ? [[r.id, r.version]] : []))) }),
    toggle: (row: Row) => {
      // Out of all of the filter, the rows at hand stay ticked but this one.
      const rows = now.all ? new Map(loaded.map((r) => [r.id, r.version])) : new Map(now.rows);
      if (!rows.delete(row.id)) rows.set(row.id, row.version);
      set({ all: false, rows });
    },
    takeAll: () => set({ all: true, rows: new Map() }),
    clear: () => set(none),
  };
}

export type Selecting = ReturnType<typeof useSelection>;
