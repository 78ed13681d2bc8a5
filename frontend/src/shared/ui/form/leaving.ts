import { useEffect, useRef } from 'react';

/** useLeaving asks before the tab is closed while something is written and not sent. */
export function useLeaving(unsent: () => boolean) {
  const now = useRef(unsent);
  now.current = unsent;
  useEffect(() => {
    const ask = (e: BeforeUnloadEvent) => {
      if (now.current()) e.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
