import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { free, keyOf } from '@/shared/lib/keys';
import { useMay } from '@/shared/session/me';
import { places, starts } from '../places';

/** within is how soon the second key follows the first. */
const within = 1_000;

/** useKeySequences opens a page by g and its letter, and the form of a new record by n and its letter. */
export function useKeySequences() {
  const navigate = useNavigate();
  const may = useMay();
  const now = useRef(may);
  now.current = may;
  const first = useRef({ key: '', at: 0 });
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (!free(e)) return;
      const key = keyOf(e);
      const { key: before, at } = first.current;
      const led = e.timeStamp - at < within ? before : '';
      first.current = { key, at: e.timeStamp };
      const place = led === 'g' && places.find((p) => p.key === key && (p.right === '' || now.current(p.right)));
      const start = led === 'n' && starts.find((s) => s.key === key && now.current(s.right));
      if (!place && !start) return;
      // The second key is nobody else's: c after g is no new record.
      e.preventDefault();
      first.current = { key: '', at: 0 };
      if (place) void navigate({ to: place.to });
      else if (start) void navigate({ to: start.to, search: { new: '1' } });
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [navigate]);
}
