import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { nameOf, type RowsProps } from './table';
import { versionOf } from './useRows';

/** Cards are the rows of a list on a phone. */
export function Cards<T extends object>(p: Pick<RowsProps<T>, 'rows' | 'rowKey' | 'card' | 'chosen' | 'now' | 'onNow'>) {
  const { t } = useTranslation('list');
  return (
    <ul className="cards list">
      {p.rows.map((r) => {
        const id = p.rowKey(r);
        const version = versionOf(r);
        return (
          <li
            key={id}
            className={p.chosen ? 'with-box' : ''}
            data-row={id}
            data-version={version}
            tabIndex={id === p.now ? 0 : -1}
            onFocus={() => p.onNow(id)}
          >
            {p.chosen && (
              <Checkbox
                aria-label={t('pick', { name: nameOf(r) })}
                checked={p.chosen.ticked(id)}
                onChange={() => p.chosen?.toggle({ id, version })}
              />
            )}
            <div>{p.card(r)}</div>
          </li>
        );
      })}
    </ul>
  );
}
