import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select, Table } from 'antd';
import type { ColumnType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { Failed, Loading, Nothing } from './State';

export type Search = Record<string, string | undefined>;

/** Filter is one field of the query form; options make it a choice. */
export type Filter = { key: string; label: string; options?: { value: string; label: string }[]; width?: number };

/** Column is a table's column; sort names what the server sorts by. */
export type Column<T> = {
  title: string;
  key: string;
  render: (row: T) => ReactNode;
  sort?: string;
  width?: number;
  align?: 'end';
  fixed?: 'start';
};

type Page<T> = { items: T[]; next: string; count: number; capped: boolean };

type Props<T> = {
  title: string;
  queryKey: string;
  load: (query: Record<string, string | number | undefined>) => Promise<Page<T>>;
  columns: Column<T>[];
  filters: Filter[];
  rowKey: (row: T) => string;
  /** card is a row on a phone. */
  card: (row: T) => ReactNode;
  open?: (row: T) => void;
  actions?: ReactNode;
  /** exports names the list among /exports: what is filtered is what is exported. */
  exports?: string;
};

/** ListPage is every list of the product: query form, chips, table or cards, and keyset pages; all of it in the URL. */
export function ListPage<T extends object>(p: Props<T>) {
  const { t } = useTranslation();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const go = (next: Search) => navigate({ to: '.', search: next });
  const list = useInfiniteQuery({
    queryKey: [p.queryKey, search],
    queryFn: ({ pageParam }) => p.load({ ...search, limit: 50, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const total = first ? (first.capped ? t('countMore') : t('count', { n: first.count })) : '';
  return (
    <div className="page">
      <div className="page-head">
        <h1>{p.title}</h1>
        <div style={{ display: 'flex', gap: 8 }}>
          {p.exports && may('export.run') && <Button href={`/api/v1/exports/${p.exports}?${exportQuery(search)}`}>{t('export')}</Button>}
          {p.actions}
        </div>
      </div>
      <QueryForm filters={p.filters} search={search} go={go} />
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Nothing action={<Button onClick={() => go({})}>{t('clear')}</Button>} />}
      {rows.length > 0 && (
        <>
          <div className="table-wide">
            <Table<T>
              rowKey={p.rowKey}
              columns={p.columns.map((c) => tableColumn(c, search.sort))}
              dataSource={rows}
              pagination={false}
              size="middle"
              sticky={{ offsetHeader: 48 }}
              scroll={{ x: p.columns.reduce((n, c) => n + (c.width ?? 120), 0) }}
              onChange={(_, __, sorter) => {
                const s = Array.isArray(sorter) ? sorter[0] : sorter;
                const key = p.columns.find((c) => c.key === s?.columnKey)?.sort;
                go({ ...search, sort: s?.order && key ? `${s.order === 'descend' ? '-' : ''}${key}` : undefined });
              }}
            />
          </div>
          <ul className="cards list">
            {rows.map((r) => (
              <li key={p.rowKey(r)}>{p.card(r)}</li>
            ))}
          </ul>
          <div className="pager">
            <span>{total}</span>
            {list.hasNextPage && (
              <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function exportQuery(search: Search): string {
  const kept = Object.entries(search).flatMap(([k, v]) => (v && !['sort', 'cursor', 'new'].includes(k) ? [[k, v]] : []));
  return new URLSearchParams(kept).toString();
}

function tableColumn<T>(c: Column<T>, sort: string | undefined): ColumnType<T> {
  const order = c.sort && sort === c.sort ? 'ascend' : c.sort && sort === `-${c.sort}` ? 'descend' : null;
  return {
    title: c.title,
    key: c.key,
    width: c.width ?? 120,
    align: c.align,
    fixed: c.fixed,
    render: (_, row) => c.render(row),
    ...(c.sort ? { sorter: true, sortOrder: order, showSorterTooltip: false } : {}),
  };
}

/** QueryForm narrows a list: fields, and chips of those in force. */
export function QueryForm({ filters, search, go }: { filters: Filter[]; search: Search; go: (s: Search) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(search);
  const [all, setAll] = useState(false);
  useEffect(() => setDraft(search), [search]);
  const shown = all ? filters : filters.slice(0, 3);
  const active = filters.filter((f) => search[f.key]);
  const label = (f: Filter, value: string) => f.options?.find((o) => o.value === value)?.label ?? value;
  const name = (f: Filter) =>
    f.options
      ? (search[f.key] ?? '')
          .split(',')
          .map((v) => label(f, v))
          .join('、')
      : search[f.key];
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        go({ ...draft, cursor: undefined });
      }}
    >
      <div className="filters">
        {shown.map((f) =>
          f.options ? (
            <Select
              key={f.key}
              aria-label={f.label}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={f.label}
              style={{ width: f.width ?? 150 }}
              options={f.options}
              value={draft[f.key]}
              onChange={(v) => {
                const next = { ...draft, [f.key]: v || undefined };
                setDraft(next);
                go(next);
              }}
            />
          ) : (
            <Input
              key={f.key}
              aria-label={f.label}
              placeholder={f.label}
              style={{ width: f.width ?? 220 }}
              value={draft[f.key] ?? ''}
              onChange={(e) => setDraft({ ...draft, [f.key]: e.target.value || undefined })}
            />
          ),
        )}
        <Button htmlType="submit">{t('query')}</Button>
        <Button type="text" onClick={() => go({})}>
          {t('reset')}
        </Button>
        {filters.length > 3 && (
          <Button type="text" onClick={() => setAll(!all)}>
            {all ? t('collapse') : t('expand')}
          </Button>
        )}
      </div>
      {active.length > 0 && (
        <div className="chips">
          {active.map((f) => (
            <span key={f.key} className="chip">
              {f.label} <b>{name(f)}</b>
              <button type="button" aria-label={`${t('clear')} ${f.label}`} onClick={() => go({ ...search, [f.key]: undefined })}>
                ×
              </button>
            </span>
          ))}
        </div>
      )}
    </form>
  );
}
