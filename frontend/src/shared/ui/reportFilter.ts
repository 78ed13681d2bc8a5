import type { Search } from './ListPage';

/** Go changes the address, which holds all that a report is counted by. */
export type Go = (next: Search) => void;

/** filterOf is the part of the address that narrows and counts; the rest is how the page shows it. */
export function filterOf(search: Search): Search {
  const { by, view, compare, months, cohorts, ...filter } = search;
  return filter;
}
