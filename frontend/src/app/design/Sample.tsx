import type { ReactNode } from 'react';

/** Sample is one component, by its name in the code, in its states. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="design-part" aria-label={name}>
      <h2>
        <code>{name}</code>
      </h2>
      <div className="states">{children}</div>
    </section>
  );
}
