import type { ReactNode } from 'react';

/** HorizontalScroll lets a wide table scroll sideways on a narrow screen, by keyboard too. */
export function HorizontalScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="scroll-x" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
