import type { ReactNode } from 'react';

/** Facts lists what is said of a record, under a heading; empty ones are a dash. */
export function Facts({ title, items }: { title: string; items: [string, ReactNode][] }) {
  return (
    <>
      <h2>{title}</h2>
      <dl>
        {items.map(([label, value]) => (
          <FactRow key={label} label={label} value={value} />
        ))}
      </dl>
    </>
  );
}

function FactRow({ label, value }: { label: string; value: ReactNode }) {
  const empty = value === '' || value === undefined || value === null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{empty ? <span className="muted">—</span> : value}</dd>
    </>
  );
}
