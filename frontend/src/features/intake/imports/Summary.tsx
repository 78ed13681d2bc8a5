import { useTranslation } from 'react-i18next';
import type { Import, Sheet } from './data';
import { Mapping } from './Mapping';
import { type Kind, Mark } from './Mark';

/** Summary describes how a sheet is read: where its header is, what was recognised, in what unit, as of which day. */
export function Summary({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const headed = s.columns.filter((c) => c.header !== '').length;
  const used = s.columns.filter((c) => c.field !== '').length;
  const said: [string, string][] = [
    [t('said.kind'), t(`kind.${s.kind}`)],
    [
      t('said.header'),
      s.header_rows.length > 0 ? t('headerAt', { rows: s.header_rows.join('—'), count: s.header_rows.length }) : t('noHeader'),
    ],
    [t('said.columns'), t('columnsOf', { a: used, b: headed })],
    [t('said.by'), t(`origin.${s.origin}`)],
    [t('said.unit'), s.unit > 0 ? t(`moneyUnits.${s.unit}`) : ''],
    [t('said.asOf'), s.as_of ?? ''],
    [t('said.skipped'), s.skipped > 0 ? t('skipped', { n: s.skipped }) : ''],
  ];
  return (
    <div className="import-how">
      {s.kind === '' ? (
        <span>{t(s.why ? `why.${s.why}` : 'why.decided')}</span>
      ) : (
        said
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <span key={name}>
              {name} <b>{value}</b>
            </span>
          ))
      )}
      <Mapping i={i} s={s} />
    </div>
  );
}

/** Tally counts a sheet's rows by what is to be done with them. */
export function Tally({ s }: { s: Sheet }) {
  const { t } = useTranslation('imports');
  const counts: [Kind, number, string][] = [
    ['ok', s.rows - s.errors - s.warnings - s.duplicates, 'clean'],
    ['error', s.errors, 'errors'],
    ['warning', s.warnings, 'warnings'],
    ['duplicate', s.duplicates, 'duplicates'],
  ];
  return (
    <>
      {counts.map(([kind, n, key]) => (
        <span key={key} className="import-count">
          <Mark kind={kind} />
          <b className="money">{n}</b> {t(key)}
        </span>
      ))}
      <span className="small muted">{t('freshKnown', { a: s.fresh, b: s.known })}</span>
    </>
  );
}
