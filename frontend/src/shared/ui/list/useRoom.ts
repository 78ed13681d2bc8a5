import { type RefObject, useLayoutEffect, useState } from 'react';

/** useRoom gives how wide an element is inside, as it changes. */
export function useRoom(ref: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  // What changes the page's shape is measured before it is painted.
  useLayoutEffect(() => setRoom(ref.current?.clientWidth ?? 0));
  useLayoutEffect(() => {
    const at = ref.current;
    if (!at) return;
    const measure = () => setRoom(at.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(at);
    return () => watch.disconnect();
  }, [ref]);
  return room;
}
