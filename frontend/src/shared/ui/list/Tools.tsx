import { ColumnHeightOutlined, GroupOutlined, HistoryOutlined, ReloadOutlined } from '@ant-design/icons';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Density, Grouping, Search, Shape } from './types';
import '../switch.css';

type Props = {
  refresh: () => void;
  busy: boolean;
  density: Density;
  onDensity: (d: Density) => void;
};

/** Tools are the list's small buttons: reload, and the density of rows. */
export function Tools({ refresh, busy, density, onDensity }: Props) {
  const { t } = useTranslation('list');
  const now = `${t('density')}：${t(density)}`;
  return (
    <>
      <Tooltip title={t('refresh')}>
        <Button type="text" size="small" icon={<ReloadOutlined spin={busy} />} aria-label={t('refresh')} onClick={refresh} />
      </Tooltip>
      <span className="wide-only">
        <Tooltip title={now}>
          <Button
            type="text"
            size="small"
            icon={<ColumnHeightOutlined />}
            aria-label={t('density')}
            aria-pressed={density === 'compact'}
            onClick={() => onDensity(density === 'compact' ? 'comfortable' : 'compact')}
          />
        </Tooltip>
      </span>
    </>
  );
}

/** RecentButton opens one's own latest batches. */
export function RecentButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('list');
  return (
    <Tooltip title={t('recent')}>
      <Button type="text" size="small" icon={<HistoryOutlined />} aria-label={t('recent')} onClick={onOpen} />
    </Tooltip>
  );
}

/** GroupMenu chooses by what rows are put together. */
export function GroupMenu({ groups, now, onGroup }: { groups: Grouping; now?: string; onGroup: (by?: string) => void }) {
  const { t } = useTranslation('list');
  const items = [{ key: '', label: t('ungrouped') }, ...groups.by];
  const name = groups.by.find((b) => b.key === now)?.label;
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: true, selectedKeys: [now ?? ''], onClick: ({ key }) => onGroup(key || undefined) }}
    >
      <Button type="text" size="small" icon={<GroupOutlined />} aria-label={name ? t('groupedBy', { name }) : t('group')}>
        {name ?? t('group')}
      </Button>
    </Dropdown>
  );
}

/** ShapeSwitch switches between the ways of showing the same filter; the address keeps filter, sorting and view. */
export function ShapeSwitch({ shapes, now }: { shapes: Shape[]; now: string }) {
  const { t } = useTranslation('list');
  const search: Search = useSearch({ strict: false });
  const kept = { ...search, new: undefined, open: undefined, cursor: undefined, opened: undefined };
  return (
    <nav className="switch" aria-label={t('shapes')}>
      {shapes.map((s) => (
        <Link
          key={s.key}
          to={s.to}
          search={{ ...kept, shape: s.key === 'table' || s.to !== shapes[0]?.to ? undefined : s.key }}
          activeOptions={{ exact: true }}
          aria-current={s.key === now ? 'page' : undefined}
          data-status={s.key === now ? 'active' : undefined}
        >
          {s.label}
        </Link>
      ))}
    </nav>
  );
}
