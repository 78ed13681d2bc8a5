import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 760px)');

function watch(told: () => void): () => void {
  phone.addEventListener('change', told);
  return () => phone.removeEventListener('change', told);
}

/** useNarrow reports whether the screen is a phone's. */
export const useNarrow = () => useSyncExternalStore(watch, () => phone.matches);
