import { useLayoutEffect, useRef, useState } from 'react';

/** useElementWidth returns a ref and the width, in pixels, inside the padding of the element that it is given to, as it changes; first is the width until it is known. */
export function useElementWidth<T extends HTMLElement>(first: number) {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(first);
  // What a render changes of the page's shape is measured before it is painted.
  useLayoutEffect(() => {
    if (ref.current) setWidth(innerWidth(ref.current));
  });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(innerWidth(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

function innerWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Math.round(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}
