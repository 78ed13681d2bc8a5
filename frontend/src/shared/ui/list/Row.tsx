import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selecting } from './selection';
import { cellProps, nameOf, type Shown } from './table';
import { versionOf } from './useRows';

type Props<T> = {
  row: T;
  columns: Shown<T>[];
  rowKey: (row: T) => string;
  now?: string;
  onNow: (id: string) => void;
  /** opened is the row whose drawer is open. */
  opened?: string;
  onPress?: (id: string, e: MouseEvent<HTMLElement>) => void;
  chosen?: Selecting;
};

/** Row is one row of the table: ticked, opened and walked through by keys. */
export function Row<T extends object>({ row, columns, rowKey, now, onNow, opened, onPress, chosen }: Props<T>) {
  const { t } = useTranslation('list');
  const id = rowKey(row);
  const version = versionOf(row);
  const ticked = chosen?.ticked(id) ?? false;
  return (
    <tr
      data-row={id}
      data-version={version}
      className={`${ticked ? 'ticked' : ''} ${id === now ? 'row-now' : ''} ${id === opened ? 'row-open' : ''}`}
      tabIndex={id === now ? 0 : -1}
      onFocus={() => onNow(id)}
      onClickCapture={(e) => onPress?.(id, e)}
      onAuxClick={(e) => onPress?.(id, e)}
    >
      {chosen && (
        <td className="stick box" style={{ left: 0 }}>
          <input
            type="checkbox"
            className="tick"
            aria-label={t('pick', { name: nameOf(row) })}
            checked={ticked}
            onChange={() => chosen.toggle({ id, version })}
          />
        </td>
      )}
      {columns.map((c) => (
        <td key={c.key} {...cellProps(c)}>
          {c.render(row)}
        </td>
      ))}
    </tr>
  );
}
