import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layout, widened } from './layout';
import type { Selecting } from './selection';
import { cellProps, type Shown } from './table';

type Props<T> = {
  columns: Shown<T>[];
  layout: Layout;
  onLayout: (l: Layout) => void;
  sort?: string;
  onSort: (sort: string | undefined) => void;
  chosen?: Selecting;
  grouped?: object;
};

/** Head is the table's one line of names: a press sorts, the edge of a column is drawn to make it wider. */
export function Head<T>({ columns, chosen, grouped, ...p }: Props<T>) {
  const { t } = useTranslation('list');
  return (
    <thead>
      <tr>
        {chosen && (
          <th className="stick box" style={{ left: 0 }}>
            {!grouped && (
              <input
                type="checkbox"
                className="tick"
                aria-label={t('pickPage')}
                checked={chosen.all || chosen.everyLoaded}
                ref={(box) => {
                  if (box) box.indeterminate = chosen.any && !chosen.all && !chosen.everyLoaded;
                }}
                onChange={(e) => chosen.putLoaded(e.target.checked)}
              />
            )}
          </th>
        )}
        {columns.map((c) => (
          <Name key={c.key} c={c} {...p} />
        ))}
      </tr>
    </thead>
  );
}

const orders = { up: 'ascending', down: 'descending' } as const;

function Name<T>({ c, layout, onLayout, sort, onSort }: { c: Shown<T> } & Omit<Props<T>, 'columns' | 'chosen'>) {
  const order = c.sort && sort === c.sort ? 'up' : c.sort && sort === `-${c.sort}` ? 'down' : undefined;
  const next = order === 'up' ? `-${c.sort}` : order === 'down' ? undefined : c.sort;
  return (
    <th scope="col" {...cellProps(c)} aria-sort={order && orders[order]}>
      {c.sort ? (
        <button type="button" className="sorter" onClick={() => onSort(next)}>
          <span className={hangs(c)}>{c.title}</span>
          {order === 'up' ? <CaretUpOutlined /> : <CaretDownOutlined className={order ? '' : 'may'} />}
        </button>
      ) : (
        <span className={hangs(c)}>{c.title}</span>
      )}
      <Edge c={c} layout={layout} onLayout={onLayout} />
    </th>
  );
}

// A full-width bracket hangs over the edge, so that the column keeps a true one.
const hangs = <T,>(c: Shown<T>) => (c.align === 'end' && /\uff09$/.test(c.title) ? 'hang' : undefined);

/** Edge makes a column wider or narrower by the pointer; by keyboard it is a number in the column chooser. */
function Edge<T>({ c, layout, onLayout }: { c: Shown<T>; layout: Layout; onLayout: (l: Layout) => void }) {
  const from = useRef<{ x: number; col: HTMLElement; width: number }>(undefined);
  const wide = (e: PointerEvent) => {
    const f = from.current;
    return f && (widened(layout, c.key, f.width + e.clientX - f.x).widths?.[c.key] ?? c.width);
  };
  return (
    <span
      className="edge"
      aria-hidden="true"
      onDoubleClick={() => onLayout(widened(layout, c.key, undefined))}
      onPointerDown={(e) => {
        const col = e.currentTarget.closest('table')?.querySelector<HTMLElement>(`col[data-col="${c.key}"]`);
        if (!col) return;
        e.currentTarget.setPointerCapture(e.pointerId);
        from.current = { x: e.clientX, col, width: c.width };
      }}
      onPointerMove={(e) => {
        // Only the column's own width moves while the edge is drawn; nothing is rendered anew.
        const width = wide(e);
        if (width && from.current) from.current.col.style.width = `${width}px`;
      }}
      onPointerUp={(e) => {
        const width = wide(e);
        const moved = from.current && e.clientX !== from.current.x;
        from.current = undefined;
        if (moved) onLayout(widened(layout, c.key, width));
      }}
    />
  );
}
