import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Drawer, InputNumber, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layout, moved, ordered, plain, widened, widths } from './layout';
import type { Column, Density } from './types';

type Props<T> = {
  columns: Column<T>[];
  layout: Layout;
  onLayout: (l: Layout) => void;
  density: Density;
  onDensity: (d: Density) => void;
};

/** ColumnChooser shows and hides columns, orders and freezes them, and sets how wide they are and how close rows stand. */
export function ColumnChooser<T>({ columns, layout, onLayout, density, onDensity }: Props<T>) {
  const { t } = useTranslation('list');
  const [open, setOpen] = useState(false);
  const all = ordered(columns, layout);
  const keys = all.map((c) => c.key);
  const shown = keys.filter((k) => !layout.hidden.includes(k));
  const move = (key: string, step: -1 | 1) => onLayout({ ...layout, order: moved(keys, key, step) });
  return (
    <>
      <Tooltip title={t('columns')}>
        <Button type="text" size="small" icon={<TableOutlined />} aria-label={t('columns')} onClick={() => setOpen(true)} />
      </Tooltip>
      <Drawer
        title={t('columns')}
        open={open}
        onClose={() => setOpen(false)}
        size={420}
        destroyOnHidden
        footer={<Button onClick={() => onLayout(plain(columns))}>{t('resetColumns')}</Button>}
      >
        <div className="column-head">
          <Segmented<Density>
            aria-label={t('density')}
            value={density}
            onChange={onDensity}
            options={(['comfortable', 'compact'] as const).map((d) => ({ value: d, label: t(d) }))}
          />
          <span className="small">
            <label htmlFor="frozen-columns">{t('freeze')}</label>{' '}
            <InputNumber
              id="frozen-columns"
              size="small"
              min={0}
              max={Math.min(4, shown.length)}
              value={layout.frozen}
              onChange={(n) => onLayout({ ...layout, frozen: n ?? 0 })}
            />
          </span>
        </div>
        <ol className="list">
          {all.map((c, i) => (
            <li key={c.key}>
              <Checkbox
                checked={!layout.hidden.includes(c.key)}
                disabled={shown.length === 1 && shown[0] === c.key}
                onChange={(e) =>
                  onLayout({
                    ...layout,
                    order: keys,
                    hidden: e.target.checked ? layout.hidden.filter((k) => k !== c.key) : [...layout.hidden, c.key],
                  })
                }
              >
                {c.title}
              </Checkbox>
              <span className="actions">
                <InputNumber
                  size="small"
                  min={widths.least}
                  max={widths.most}
                  step={10}
                  aria-label={t('widthOf', { name: c.title })}
                  value={layout.widths?.[c.key] ?? c.width ?? widths.plain}
                  onChange={(w) => onLayout(widened(layout, c.key, w ?? undefined))}
                />
                <Button size="small" type="text" disabled={i === 0} aria-label={t('up', { name: c.title })} onClick={() => move(c.key, -1)}>
                  ↑
                </Button>
                <Button
                  size="small"
                  type="text"
                  disabled={i === all.length - 1}
                  aria-label={t('down', { name: c.title })}
                  onClick={() => move(c.key, 1)}
                >
                  ↓
                </Button>
              </span>
            </li>
          ))}
        </ol>
      </Drawer>
    </>
  );
}
