import type { ReactNode } from 'react';

/** Part is a section of the desk: its name, how many there are, and where the rest is. */
export function Part(p: {
  id: string;
  title: ReactNode;
  n?: number | string | undefined;
  note?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="desk-part" aria-labelledby={p.id} id={`part-${p.id}`}>
      <div className="desk-head">
        <h2 id={p.id}>{p.title}</h2>
        {p.n !== undefined && <span className="n">{p.n}</span>}
        {p.note && <span className="note">{p.note}</span>}
        <span className="more">{p.more}</span>
      </div>
      {p.children}
    </section>
  );
}
