import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewsBar } from '@/shared/live/NewsBar';
import { useMay, useMe } from '@/shared/session/me';
import { Body, GroupedBody, useGroups } from './Body';
import { Chips } from './Chips';
import { ColumnChooser } from './ColumnChooser';
import { EmptyList } from './EmptyList';
import { exportAddress } from './exports';
import { Foot } from './Foot';
import { arranged } from './layout';
import { readNeighbours } from './listNeighbours';
import { QueryForm } from './QueryForm';
import { RecordDrawer } from './RecordDrawer';
import { useSelection } from './selection';
import { GroupMenu, RecentButton, ShapeSwitch, Tools } from './Tools';
import { keptOf, sameTerms, termsOf } from './terms';
import type { ListProps, Ready, Search } from './types';
import { useListLook } from './useListLook';
import { useOpenRow } from './useOpenRow';
import { useRowKeys } from './useRowKeys';
import { useRows, versionOf } from './useRows';
import { ViewBar } from './ViewBar';
import type { View } from './views';
import './list.css';

// Read when many rows are first changed.
const BatchDrawer = lazy(() => import('./BatchDrawer'));
const RecentBatches = lazy(() => import('./RecentBatches'));

/** ListPage is every list of the product: views, query form, chips, table or cards, groups, other shapes, batches, keys and keyset pages; what is shown is in the URL. */
export function ListPage<T extends object>(p: ListProps<T>) {
  const { t } = useTranslation('list');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const today = useMe()?.today;
  const [editing, setEditing] = useState<boolean>();
  const [recent, setRecent] = useState<boolean>();
  const [saving, setSaving] = useState(false);
  const look = useListLook(p.queryKey, p.views, p.columns, search.view);
  const terms = termsOf(search);
  const shape = p.shapes?.find((s) => s.key === p.shape);
  const table = shape?.body === undefined;
  const group = table && p.groups?.by.some((b) => b.key === search.group) ? search.group : undefined;
  const kept = keptOf({ ...search, group }, p.shape);
  const go = (next: Search) =>
    navigate({
      to: '.',
      search: { ...termsOf(next), view: search.view, open: search.open, group: search.group, shape: search.shape, month: search.month },
    });
  const show = (more: Search, replace = false) => navigate({ to: '.', search: { ...search, ...more }, replace });
  const openTerms = (saved: Record<string, string>, view?: string) => {
    look.forget();
    const to = p.shapes?.find((s) => s.key === (saved.shape ?? 'table'))?.to ?? '.';
    const own = to === p.shapes?.[0]?.to ? saved.shape : undefined;
    void navigate({ to, search: { ...saved, shape: own, view } });
  };
  const openView = (v?: View) => openTerms(v?.terms ?? (p.shape && p.shape !== 'table' ? { shape: p.shape } : {}), v?.id);
  const openReady = (r: Ready) => openTerms({ ...r.terms, ...(p.shape && p.shape !== 'table' ? { shape: p.shape } : {}) });
  const asked = Object.keys(kept).length > 0 || search.view !== undefined;
  const settled = useStandard(asked, look.pending, look.standard, openView);
  const read = useRows({ ...p, terms, on: settled && table && group === undefined, summed: settled && table });
  const groups = useGroups(p.queryKey, p.groups, group, terms);
  const whole = read.whole || wholeOf(read.totals?.count ?? groups.data?.reduce((n, g) => n + g.count, 0));
  const chosen = useSelection(
    JSON.stringify(terms),
    read.rows.map((r) => ({ id: p.rowKey(r), version: versionOf(r) })),
  );
  const { list } = read;
  const more = list.hasNextPage ? () => void list.fetchNextPage() : undefined;
  const setNow = useRef<(id: string) => void>(() => undefined);
  const opened = useOpenRow(search, p.path, p.drawer !== undefined, (id) => setNow.current(id));
  const keys = useRowKeys({
    path: p.path,
    open: p.drawer && opened.open,
    onMove: opened.id ? opened.go : undefined,
    mayEdit: p.mayEdit,
    toggle: p.batch && chosen.toggle,
    clear: opened.id ? opened.close : chosen.any ? chosen.clear : undefined,
    more,
  });
  setNow.current = keys.setNow;
  const ids = group ? (readNeighbours(p.queryKey)?.ids ?? []) : read.rows.map(p.rowKey);
  const { order, hidden, frozen, widths } = look.layout;
  const columns = arranged(p.columns, look.layout);
  const present = { terms: kept, columns: { order, hidden, frozen, ...(widths ? { widths } : {}), density: look.density } };
  const rows = {
    columns,
    layout: look.layout,
    onLayout: look.setLayout,
    rowKey: p.rowKey,
    card: p.card,
    density: look.density,
    sort: terms.sort ?? p.order,
    onSort: (sort: string | undefined) => go({ ...terms, sort }),
    now: keys.now,
    onNow: keys.setNow,
    opened: opened.id,
    onPress: opened.click,
    chosen: p.batch && chosen,
    empty: <EmptyList title={p.title} terms={terms} clear={() => openView()} mayCreate={p.mayEdit} />,
  };
  return (
    <div className={`page list-page ${table ? '' : 'shaped'} ${p.drawer && table ? 'has-drawers' : ''} ${opened.id ? 'with-drawer' : ''}`}>
      <div className="page-head">
        <h1>{p.title}</h1>
        <div className="actions">
          {p.exports && may('export.run') && (
            <Button type="text" href={exportAddress(p.exports, terms, columns)}>
              {t('common:export')}
            </Button>
          )}
          {p.actions}
        </div>
      </div>
      {p.views && (
        <ViewBar
          views={look.views}
          active={look.active}
          ready={(p.ready ?? []).map((r) => withShape(r, p.shape))}
          whole={whole}
          changed={look.changed(kept)}
          present={present}
          standard={look.standard?.id}
          onStandard={look.setStandard}
          open={openView}
          openReady={openReady}
          saving={saving}
          onSaving={setSaving}
        />
      )}
      <QueryForm filters={p.filters} terms={terms} today={today} go={go} reset={() => openView(look.active)} />
      <div className="list-tools">
        <Chips
          filters={p.filters}
          terms={terms}
          go={go}
          clear={() => go({ sort: terms.sort })}
          onSave={p.views && !sameTerms(kept, look.active?.terms ?? {}) ? () => setSaving(true) : undefined}
        />
        {p.shapes && <ShapeSwitch shapes={p.shapes} now={p.shape ?? 'table'} />}
        {table && (
          <>
            {p.groups && (
              <span className="wide-only">
                <GroupMenu groups={p.groups} now={group} onGroup={(by) => show({ group: by, opened: undefined })} />
              </span>
            )}
            {p.batch && <RecentButton onOpen={() => setRecent(true)} />}
            <Tools refresh={() => void list.refetch()} busy={list.isRefetching} density={look.density} onDensity={look.setDensity} />
            <span className="wide-only">
              <ColumnChooser
                columns={p.columns}
                layout={look.layout}
                onLayout={look.setLayout}
                density={look.density}
                onDensity={look.setDensity}
              />
            </span>
          </>
        )}
      </div>
      <NewsBar list={p.queryKey} refetch={list.refetch} />
      <div className="list-body">
        {shape?.body?.(terms)}
        {table && !group && <Body {...rows} read={read} />}
        {table && group && p.groups && (
          <GroupedBody
            {...rows}
            spec={p.groups}
            by={group}
            read={groups}
            terms={terms}
            load={p.load}
            queryKey={p.queryKey}
            unfolded={search.opened?.split(',') ?? []}
            onUnfold={(open) => show({ opened: open.join(',') || undefined }, true)}
          />
        )}
      </div>
      {table && (
        <Foot
          whole={whole}
          loaded={read.rows.length}
          more={more}
          busy={list.isFetchingNextPage}
          chosen={p.batch && chosen}
          onEdit={() => setEditing(true)}
        />
      )}
      {p.drawer && p.path && opened.id && (
        <RecordDrawer id={opened.id} ids={ids} path={p.path} onGo={opened.go} onClose={opened.close}>
          {p.drawer(opened.id)}
        </RecordDrawer>
      )}
      {recent !== undefined && (
        <Suspense fallback={null}>
          <RecentBatches open={recent} onClose={() => setRecent(false)} />
        </Suspense>
      )}
      {p.batch && editing !== undefined && (
        <Suspense fallback={null}>
          <BatchDrawer open={editing} onClose={() => setEditing(false)} spec={p.batch} chosen={chosen} terms={terms} />
        </Suspense>
      )}
    </div>
  );
}

const wholeOf = (n?: number) => n?.toLocaleString('en-US') ?? '';

const withShape = (r: Ready, shape?: string): Ready => (shape && shape !== 'table' ? { ...r, terms: { ...r.terms, shape } } : r);

/** useStandard opens the person's standard view once, where the address asks for nothing; until it is known there is nothing to load. */
function useStandard(asked: boolean, pending: boolean, standard: View | undefined, open: (v: View) => void) {
  const [settled, setSettled] = useState(asked);
  const opened = useRef(open);
  opened.current = open;
  useEffect(() => {
    if (settled || pending) return;
    if (standard && !asked) opened.current(standard);
    setSettled(true);
  }, [settled, pending, standard, asked]);
  return settled;
}
