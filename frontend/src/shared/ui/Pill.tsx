import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import './pill.css';

/** Pill shows one setting by which figures were counted, and opens the control that changes it. children get a function that closes it. */
export function Pill({
  label,
  value,
  children,
}: {
  label: string;
  value?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<div className="pill-box">{typeof children === 'function' ? children(close) : children}</div>}
    >
      <button type="button" className="pill" aria-expanded={open} aria-haspopup="dialog">
        {label} {value && <b>{value}</b>}
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </button>
    </Popover>
  );
}
