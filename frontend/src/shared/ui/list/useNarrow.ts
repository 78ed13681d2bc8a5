import { useSyncExternalStore } from 'react';

const query = '(max-width: 760px)';

/** useNarrow reports whether the screen is a phone's: cards instead of a table. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
