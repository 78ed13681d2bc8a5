import { useTranslation } from 'react-i18next';
import { money } from '@/shared/lib/format';
import type { Import, Sheet } from './data';
import { Mapping } from './Mapping';

/** Summary says how a sheet is read and how much of it is right. */
export function Summary({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const headed = s.columns.filter((c) => c.header !== '').length;
  const used = s.columns.filter((c) => c.field !== '').length;
  const counts: [string, number][] = [
    ['fresh', s.fresh],
    ['known', s.known],
    ['errors', s.errors],
    ['warnings', s.warnings],
    ['duplicates', s.duplicates],
  ];
  return (
    <>
      <p className="import-how">
        {s.kind === ''
          ? t('notRead')
          : [
              t(`kind.${s.kind}`),
              s.header_rows.length > 0 ? t('header', { rows: s.header_rows.join('—') }) : t('noHeader'),
              t('recognised', { a: used, b: headed }),
              t(`origin.${s.origin}`),
              s.unit > 0 ? t('unit', { u: t(`common:${money(s.unit).unit || 'wan'}`) }) : '',
              s.as_of ? t('asOf', { d: s.as_of }) : '',
              s.skipped > 0 ? t('skipped', { n: s.skipped }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
        <Mapping i={i} s={s} />
      </p>
      {s.kind !== '' && (
        <p className="import-counts">
          {counts.map(([key, n]) => (
            <span key={key}>
              <b className="money">{n}</b> {t(key)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
