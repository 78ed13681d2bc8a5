import { useEffect, useState } from 'react';

/** Selection is which rows are ticked: some, by ID with the version read, or all of the filter. */
export type Selection = { all: boolean; rows: Map<string, number> };

const none: Selection = { all: false, rows: new Map() };

export type Picked = { id: string; version: number };

/** rowsOnScreen are the rows as they stand on the screen, of whichever groups are open. */
export const rowsOnScreen = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((r) => r.checkVisibility());

const atHand = (): Picked[] => rowsOnScreen().map((r) => ({ id: r.dataset.row ?? '', version: Number(r.dataset.version) }));

/** useSelection keeps the ticked rows of one filter; another filter begins anew. loaded are the rows that were read. */
export function useSelection(filter: string, loaded: Picked[]) {
  const [kept, setKept] = useState<Selection & { filter: string }>({ ...none, filter });
  const now = kept.filter === filter ? kept : { ...none, filter };
  const set = (s: Selection) => setKept({ ...s, filter });
  useEffect(() => setKept((k) => (k.filter === filter ? k : { ...none, filter })), [filter]);
  const ticked = (id: string) => now.all || now.rows.has(id);
  return {
    ...now,
    ticked,
    size: now.rows.size,
    any: now.all || now.rows.size > 0,
    /** everyLoaded reports whether all rows at hand are ticked. */
    everyLoaded: loaded.length > 0 && loaded.every((r) => ticked(r.id)),
    putLoaded: (on: boolean) => set({ all: false, rows: new Map(on ? loaded.map((r) => [r.id, r.version]) : []) }),
    toggle: (row: Picked) => {
      // Out of all of the filter, the rows at hand stay ticked but this one.
      const rows = now.all ? new Map(atHand().map((r) => [r.id, r.version])) : new Map(now.rows);
      if (!rows.delete(row.id)) rows.set(row.id, row.version);
      set({ all: false, rows });
    },
    takeAll: () => set({ all: true, rows: new Map() }),
    clear: () => set(none),
  };
}

export type Selecting = ReturnType<typeof useSelection>;
