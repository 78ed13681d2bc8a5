import type { Search } from './types';

// What the address says for the screen alone; the rest is filter and sorting.
const own = ['view', 'new', 'edit', 'cursor', 'open'];

/** termsOf gives filter and sorting of an address: what the server is asked. */
export function termsOf(search: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v && !own.includes(k) ? [[k, v]] : [])));
}

/** sameTerms compares filters, whatever their order. */
export function sameTerms(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => a[k] === b[k]);
}
