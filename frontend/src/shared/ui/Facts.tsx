import type { ReactNode } from 'react';
import { InlineFact } from './record/InlineFact';
import { useBoundSheet } from './record/sheet';
import './record/facts.css';

/** FactItem is a label, its value, and the form's field by which it is changed in place, if it can be. */
export type FactItem = [label: string, value: ReactNode, field?: string];

/** Facts lists facts of a record under a heading; an empty one is a dash. Inside a sheet those with a field are changed in place. */
export function Facts({ title, items }: { title: string; items: FactItem[] }) {
  const sheet = useBoundSheet();
  return (
    <>
      <h2>{title}</h2>
      <dl>
        {items.map(([label, value, key]) => {
          const field = sheet?.may ? sheet.fields.find((f) => f.key === key) : undefined;
          return (
            <div className="fact" key={label}>
              <dt>{label}</dt>
              {sheet && field ? (
                <InlineFact key={`${sheet.id}${field.key}`} sheet={sheet} field={field} label={label}>
                  {value}
                </InlineFact>
              ) : (
                <dd>{nothing(value) ? <span className="muted">—</span> : value}</dd>
              )}
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** nothing reports whether there is no value to show. */
export const nothing = (value: ReactNode) => value === '' || value === undefined || value === null || value === false;
