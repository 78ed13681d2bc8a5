import type { Schemas } from '@/shared/api/client';
import type { Search } from '@/shared/ui/ListPage';

/** sinceOf narrows a selection to what was signed in the front page's window, for the pages that it opens. */
export function sinceOf(search: Search, c: Schemas['CockpitOut']): Search {
  return { ...search, signed_from: search.signed_from && search.signed_from > c.since ? search.signed_from : c.since };
}

/** isWhole reports whether the page is of all of the county, which its targets are for. */
export const isWhole = (c: Schemas['CockpitOut'], search: Search) => c.scope.kind === 'county' && !search.signed_from && !search.signed_to;
