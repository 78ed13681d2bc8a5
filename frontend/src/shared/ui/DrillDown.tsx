import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';

/** DrillDown is a figure, underlined with dots, that opens the rows behind it at the side; they are read only then. */
export function DrillDown({ label, title, children }: { label: ReactNode; title: string; children: () => ReactNode }) {
  const [open, set] = useState(false);
  return (
    <>
      <button type="button" className="figure plain" onClick={() => set(true)}>
        {label}
      </button>
      <Drawer title={title} open={open} onClose={() => set(false)} size={560} destroyOnHidden>
        {open && children()}
      </Drawer>
    </>
  );
}
