import { Checkbox, Table } from 'antd';
import type { ColumnType } from 'antd/es/table';
import type { HTMLAttributes, MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selecting } from './selection';
import type { Column, Density, Totals } from './types';

type Props<T> = {
  rows: T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  card: (row: T) => ReactNode;
  density: Density;
  sort?: string;
  onSort: (sort: string | undefined) => void;
  /** now is the row that the keyboard is at. */
  now?: string;
  onNow: (id: string) => void;
  /** opened is the row whose drawer is open. */
  opened?: string;
  onPress?: (id: string, e: MouseEvent<HTMLElement>) => void;
  chosen?: Selecting;
  versionOf: (row: T) => number;
  totals?: Totals;
};

/** Rows shows the rows of a list: a table, or cards on a phone. */
export function Rows<T extends object>(p: Props<T>) {
  const { t } = useTranslation('list');
  const row = (id: string) =>
    ({ 'data-row': id, tabIndex: id === p.now ? 0 : -1, onFocus: () => p.onNow(id) }) as HTMLAttributes<HTMLElement>;
  const width = p.columns.reduce((n, c) => n + (c.width ?? 120), p.chosen ? 40 : 0);
  return (
    <>
      <div className="table-wide">
        <Table<T>
          rowKey={p.rowKey}
          columns={p.columns.map((c) => tableColumn(c, p.sort))}
          dataSource={p.rows}
          pagination={false}
          size={p.density === 'compact' ? 'small' : 'middle'}
          sticky={{ offsetHeader: 48 }}
          scroll={{ x: width }}
          rowClassName={(r) => `${p.rowKey(r) === p.now ? 'row-now' : ''} ${p.rowKey(r) === p.opened ? 'row-open' : ''}`}
          onRow={(r) => ({
            ...row(p.rowKey(r)),
            onClickCapture: (e) => p.onPress?.(p.rowKey(r), e),
            onAuxClick: (e) => p.onPress?.(p.rowKey(r), e),
          })}
          rowSelection={
            p.chosen && {
              columnWidth: 40,
              fixed: true,
              selectedRowKeys: p.chosen.all ? p.rows.map(p.rowKey) : [...p.chosen.rows.keys()],
              onChange: (keys) => p.chosen?.put(keys.map(String)),
              getCheckboxProps: (r) => ({ 'aria-label': t('pick', { name: nameOf(r) }) }),
              getTitleCheckboxProps: () => ({ 'aria-label': t('pickPage') }),
            }
          }
          summary={() => p.totals && <Sums columns={p.columns} totals={p.totals} shift={p.chosen ? 1 : 0} />}
          onChange={(_, __, sorter) => {
            const s = Array.isArray(sorter) ? sorter[0] : sorter;
            const key = p.columns.find((c) => c.key === s?.columnKey)?.sort;
            p.onSort(s?.order && key ? `${s.order === 'descend' ? '-' : ''}${key}` : undefined);
          }}
        />
      </div>
      <ul className="cards list">
        {p.rows.map((r) => {
          const id = p.rowKey(r);
          return (
            <li key={id} className={p.chosen ? 'with-box' : ''} {...row(id)}>
              {p.chosen && (
                <Checkbox
                  aria-label={t('pick', { name: nameOf(r) })}
                  checked={p.chosen.ticked(id)}
                  onChange={() => p.chosen?.toggle({ id, version: p.versionOf(r) })}
                />
              )}
              <div>{p.card(r)}</div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const nameOf = (row: object) => String(Object.entries(row).find(([k]) => ['name', 'subject', 'company'].includes(k))?.[1] ?? '');

function Sums<T>(p: { columns: Column<T>[]; totals: Totals; shift: number }) {
  const { t } = useTranslation('list');
  return (
    <Table.Summary fixed>
      <Table.Summary.Row>
        {p.shift > 0 && <Table.Summary.Cell index={0} />}
        {p.columns.map((c, i) => (
          <Table.Summary.Cell key={c.key} index={i + p.shift} align={c.align === 'end' ? 'right' : undefined}>
            {p.totals.cells[c.key] ?? (i === 0 && <b>{t('totals', { n: p.totals.count.toLocaleString('en-US') })}</b>)}
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  );
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
