import { Pagination, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { type Import, pageSize, type Sheet, useKinds, useRows } from './data';
import { type Column, Row } from './Row';
import { Tally } from './Summary';

/** Rows is a sheet's rows by pages, each cell to be put right where it stands. */
export function Rows({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const [only, setOnly] = useState(s.errors + s.warnings + s.duplicates > 0);
  const [page, setPage] = useState(1);
  const rows = useRows(i, s.sheet, only, page);
  const fields = useKinds().find((k) => k.kind === s.kind)?.fields ?? [];
  const wrong = new Set(rows.data?.items.flatMap((r) => r.findings.map((f) => f.field)));
  const unit = s.unit > 0 ? t('inUnit', { unit: t(`moneyUnits.${s.unit}`) }) : '';
  const columns = ordered(s, fields, unit, only ? wrong : new Set());
  const name = (field: string) => fields.find((f) => f.key === field)?.name ?? field;
  if (rows.isPending) return <Loading />;
  if (rows.isError) return <Failed error={rows.error} retry={() => rows.refetch()} />;
  return (
    <>
      <div className="import-tally">
        <Tally s={s} />
        <span className="import-only">
          <Switch
            id={`only-${s.sheet}`}
            checked={only}
            onChange={(v) => {
              setOnly(v);
              setPage(1);
            }}
          />
          <label htmlFor={`only-${s.sheet}`}>{t('onlyProblems')}</label>
          <span className="muted small">{t('ofRows', { a: rows.data.total, b: s.rows })}</span>
        </span>
      </div>
      {rows.data.items.length === 0 ? (
        <Nothing text={t('noProblems')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <section className="import-sheet" tabIndex={0} aria-label={s.sheet}>
          <table className={only ? 'import-rows only' : 'import-rows'}>
            <thead>
              <tr>
                <th className="number">{t('row')}</th>
                <th>{t('result')}</th>
                {columns.map((c) => (
                  <th key={c.letter} className={c.money ? 'right' : undefined}>
                    <small>
                      {c.letter} {c.header}
                    </small>
                    {c.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.data.items.map((r) => (
                <Row key={r.row} i={i} sheet={s.sheet} r={r} columns={columns} name={name} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.data.total > pageSize && (
        <div className="pager">
          <Pagination current={page} pageSize={pageSize} total={rows.data.total} showSizeChanger={false} onChange={setPage} />
        </div>
      )}
    </>
  );
}

type Field = { key: string; name: string; required: boolean; type: string };

/** ordered gives the columns that are used: what names a row first, then those with findings where only problems are shown. */
function ordered(s: Sheet, fields: Field[], unit: string, wrong: Set<string>): Column[] {
  const field = (key: string) => fields.find((f) => f.key === key);
  const used = s.columns.map((c, at) => ({ ...c, at })).filter((c) => c.field !== '' && field(c.field)?.type !== 'ignored');
  const first = used.find((c) => field(c.field)?.required);
  const rank = (c: { field: string }) => (c.field === first?.field ? 0 : wrong.has(c.field) ? 1 : 2);
  return used
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at)
    .map((c) => ({
      letter: c.letter,
      header: c.header,
      at: c.at,
      name: (field(c.field)?.name ?? c.field) + (field(c.field)?.type === 'money' && !/[(\uFF08]/.test(c.header) ? unit : ''),
      code: field(c.field)?.type === 'credit_code',
      money: ['money', 'decimal', 'integer'].includes(field(c.field)?.type ?? ''),
      leads: c.field === first?.field,
    }));
}
