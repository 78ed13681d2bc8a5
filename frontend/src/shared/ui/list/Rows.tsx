import { useTranslation } from 'react-i18next';
import { useElementWidth } from '../useElementWidth';
import { GroupRows } from './GroupRows';
import { Head } from './Head';
import { stretched } from './layout';
import { Row } from './Row';
import { cellProps, type RowsProps, type Shown } from './table';
import type { Column, Totals } from './types';

// How wide the column of boxes is, and the drawer (--drawer-w).
const box = 48;
const drawer = 400;

/** Rows shows the rows of a list as a table whose head, first columns and totals stay in sight. */
export function Rows<T extends object>(p: RowsProps<T>) {
  const [ref, inner] = useElementWidth<HTMLDivElement>(0);
  // Columns stand as without the drawer: the table scrolls under it.
  const room = inner + (p.opened === undefined ? 0 : drawer);
  const first = p.chosen ? box : 0;
  const columns = frozen(stretched(p.columns, p.layout, room - first - edge(first)), first);
  const width = columns.reduce((n, c) => n + c.width, first);
  const all = { ...p, columns };
  return (
    <div className="table-wrap" ref={ref}>
      <table className={`table ${p.density}`} style={{ width: width + edge(first) }}>
        <colgroup>
          {p.chosen && <col style={{ width: box }} />}
          {columns.map((c, i) => (
            <col key={c.key} data-col={c.key} style={{ width: c.width + (i === 0 ? edge(first) : 0) }} />
          ))}
        </colgroup>
        <Head {...all} />
        {p.grouped ? <GroupRows {...all} grouped={p.grouped} /> : <Plain {...all} />}
        {p.totals && <Sums columns={columns} totals={p.totals} boxed={p.chosen !== undefined} />}
      </table>
    </div>
  );
}

// Without boxes the first column begins at the page's edge, and is so much wider.
const edge = (first: number) => (first === 0 ? 14 : 0);

function frozen<T>(columns: (Column<T> & { width: number })[], from: number): Shown<T>[] {
  let left = from;
  return columns.map((c, i) => {
    if (c.fixed !== 'start') return c;
    const at = left;
    left += c.width + (i === 0 ? edge(from) : 0);
    return { ...c, left: at };
  });
}

function Plain<T extends object>(p: RowsProps<T> & { columns: Shown<T>[] }) {
  return (
    <tbody>
      {p.rows.map((r) => (
        <Row key={p.rowKey(r)} row={r} {...p} />
      ))}
    </tbody>
  );
}

function Sums<T>({ columns, totals, boxed }: { columns: Shown<T>[]; totals: Totals; boxed: boolean }) {
  const { t } = useTranslation('list');
  return (
    <tfoot>
      <tr>
        {boxed && <td className="stick" style={{ left: 0 }} />}
        {columns.map((c, i) => (
          <td key={c.key} {...cellProps(c)}>
            {i === 0 ? (totals.cells[c.key] ?? <b>{t('totals', { n: totals.count.toLocaleString('en-US') })}</b>) : totals.cells[c.key]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
