import { useEffect, useRef } from 'react';

/** useLeaveWarning makes the browser ask before the tab is closed while unsent is true. */
export function useLeaveWarning(unsent: () => boolean) {
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
