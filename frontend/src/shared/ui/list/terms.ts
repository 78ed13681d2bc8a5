import type { Search } from './types';

// What the address says for the screen alone; the rest is filter and sorting.
const own = ['view', 'new', 'edit', 'cursor', 'group', 'opened', 'shape', 'month', 'open'];

/** termsOf returns filter and sorting of an address: what the server is asked. */
export function termsOf(search: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v && !own.includes(k) ? [[k, v]] : [])));
}

/** keptOf returns what a saved view keeps of an address: filter, sorting, grouping, and the shape where it is not the table. */
export function keptOf(search: Search, shape?: string): Record<string, string> {
  const kept = termsOf(search);
  if (search.group) kept.group = search.group;
  if (shape && shape !== 'table') kept.shape = shape;
  return kept;
}

/** filterOf returns what narrows the rows, whatever their order, groups and shape. */
export function filterOf({ sort: _, group: __, shape: ___, ...filter }: Record<string, string>): Record<string, string> {
  return filter;
}

/** sameTerms compares filters, whatever their order. */
export function sameTerms(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => a[k] === b[k]);
}
