import type { Group, Grouping, Query } from './types';

/** groupingOf makes a grouping of typed keys: what the server is asked to group by is one of them, whatever an address says. */
export function groupingOf<K extends string>(
  by: { key: K; label: string }[],
  load: (by: K, query: Query) => Promise<Group[]>,
  name: (by: K, group: Group) => string,
): Grouping {
  const known = (key: string): K => {
    const found = by.find((b) => b.key === key);
    if (!found) throw new Error(`no grouping by ${key}`);
    return found.key;
  };
  return { by, load: (key, query) => load(known(key), query), name: (key, group) => name(known(key), group) };
}
