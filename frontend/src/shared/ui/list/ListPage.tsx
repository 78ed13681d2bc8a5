import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { NewsBar } from '@/live/NewsBar';
import { Failed, Loading } from '../State';
import { BatchBar } from './BatchBar';
import { BatchDrawer } from './BatchDrawer';
import { ColumnChooser } from './ColumnChooser';
import { Emptiness } from './Emptiness';
import { arranged } from './layout';
import { QueryForm } from './QueryForm';
import { RecordDrawer } from './RecordDrawer';
import { Rows } from './Rows';
import { useSelection } from './selection';
import { termsOf } from './terms';
import { leaveTrail } from './trail';
import type { ListProps, Search } from './types';
import { useListLook } from './useListLook';
import { useOpenRow } from './useOpenRow';
import { useRowKeys } from './useRowKeys';
import { ViewBar } from './ViewBar';
import type { View } from './views';

/** ListPage is every list of the product: views, query form, chips, table or cards, batches, keys and keyset pages; what is shown is in the URL. */
export function ListPage<T extends object>(p: ListProps<T>) {
  const { t } = useTranslation('list');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const look = useListLook(p.queryKey, p.views, p.columns, search.view);
  const terms = termsOf(search);
  const filter = JSON.stringify(terms);
  const go = (next: Search) => navigate({ to: '.', search: { ...termsOf(next), view: search.view } });
  const openView = (v?: View) => {
    look.forget();
    void navigate({ to: '.', search: v ? { ...v.terms, view: v.id } : {} });
  };
  const settled = useStandard(Object.keys(terms).length > 0 || search.view !== undefined, look.pending, look.standard, openView);
  const list = useInfiniteQuery({
    queryKey: [p.queryKey, 'list', terms],
    queryFn: ({ pageParam }) => p.load({ ...terms, limit: 50, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    enabled: settled,
  });
  const { totals: sums } = p;
  const totals = useQuery({
    queryKey: [p.queryKey, 'totals', terms],
    queryFn: () => sums?.(terms) ?? Promise.resolve({ count: 0, cells: {} }),
    enabled: settled && sums !== undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const next = list.data?.pages.at(-1)?.next ?? '';
  const count = first ? (first.capped ? t('common:countMore') : t('common:count', { n: first.count })) : '';
  const whole = first ? (first.capped ? `${first.count.toLocaleString('en-US')}+` : String(first.count)) : '';
  const ids = rows.map(p.rowKey);
  const trail = JSON.stringify({ ids, terms, next });
  useEffect(() => leaveTrail(p.queryKey, JSON.parse(trail)), [p.queryKey, trail]);

  const version = (row: T) => ('version' in row ? Number(row.version) : 0);
  const loaded = rows.map((r) => ({ id: p.rowKey(r), version: version(r) }));
  const chosen = useSelection(filter, loaded);
  const setNow = useRef<(id: string) => void>(() => undefined);
  const toggle = (id: string) => {
    const row = loaded.find((r) => r.id === id);
    if (row) chosen.toggle(row);
  };
  const opened = useOpenRow(search, p.path, p.drawer !== undefined, (id) => setNow.current(id));
  const keys = useRowKeys({
    ids,
    path: p.path,
    open: p.drawer && opened.open,
    onMove: opened.id ? opened.go : undefined,
    mayEdit: p.mayEdit,
    toggle: p.batch && toggle,
    clear: opened.id ? opened.close : chosen.all || chosen.size > 0 ? chosen.clear : undefined,
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
  });
  setNow.current = keys.setNow;
  const present = { terms, columns: { order: look.layout.order, hidden: look.layout.hidden, frozen: look.layout.frozen } };
  return (
    <div className={`page ${p.drawer ? 'has-drawers' : ''} ${opened.id ? 'with-drawer' : ''}`}>
      <div className="page-head">
        <h1>{p.title}</h1>
        <div className="actions">
          <Button onClick={() => list.refetch()} loading={list.isRefetching}>
            {t('refresh')}
          </Button>
          <span className="wide-only">
            <ColumnChooser
              columns={p.columns}
              layout={look.layout}
              onLayout={look.setLayout}
              density={look.density}
              onDensity={look.setDensity}
            />
          </span>
          {p.exports && may('export.run') && (
            <Button href={`/api/v1/exports/${p.exports}?${exportQuery(terms)}`}>{t('common:export')}</Button>
          )}
          {p.actions}
        </div>
      </div>
      {p.views && (
        <ViewBar
          views={look.views}
          active={look.active}
          changed={look.changed(terms)}
          present={present}
          standard={look.standard?.id}
          onStandard={look.setStandard}
          open={openView}
        />
      )}
      <QueryForm filters={p.filters} terms={terms} go={go} reset={() => openView(look.active)} />
      <NewsBar list={p.queryKey} refetch={list.refetch} />
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Emptiness title={p.title} terms={terms} clear={() => openView()} mayCreate={p.mayEdit} />}
      {rows.length > 0 && (
        <>
          <Rows
            rows={rows}
            columns={arranged(p.columns, look.layout)}
            rowKey={p.rowKey}
            card={p.card}
            density={look.density}
            sort={terms.sort}
            onSort={(sort) => go({ ...terms, sort })}
            now={keys.now}
            onNow={keys.setNow}
            opened={opened.id}
            onPress={opened.click}
            chosen={p.batch && chosen}
            versionOf={version}
            totals={sums && totals.data}
          />
          <div className="pager">
            <span>{count}</span>
            {list.hasNextPage && (
              <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('common:more')}
              </Button>
            )}
          </div>
        </>
      )}
      {p.drawer && p.path && opened.id && (
        <RecordDrawer id={opened.id} ids={ids} path={p.path} onGo={opened.go} onClose={opened.close}>
          {p.drawer(opened.id)}
        </RecordDrawer>
      )}
      {p.batch && (
        <>
          <BatchBar chosen={chosen} total={whole} more={list.hasNextPage} onEdit={() => setEditing(true)} />
          <BatchDrawer open={editing} onClose={() => setEditing(false)} spec={p.batch} chosen={chosen} terms={terms} />
        </>
      )}
    </div>
  );
}

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

function exportQuery({ sort: _, ...terms }: Record<string, string>): string {
  return new URLSearchParams(terms).toString();
}
