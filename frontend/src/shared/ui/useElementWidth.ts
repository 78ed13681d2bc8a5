import { useEffect, useRef, useState } from 'react';

/** useWidth gives the width of a box in pixels: a drawing of its own size keeps its letters' size. */
export function useWidth<T extends HTMLElement>(first: number) {
  const box = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}
