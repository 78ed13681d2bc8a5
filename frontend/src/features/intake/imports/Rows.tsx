import { Button, Pagination, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/shared/ui/State';
import { orderedColumns } from './columns';
import { type Import, pageSize, type Sheet, useHeld, useKinds, useRows } from './data';
import { Mark } from './Mark';
import { Row } from './Row';
import { Tally } from './Summary';

const noFields: string[] = [];

/** Rows is a sheet's rows by pages, each cell to be put right where it stands; what was put right stays until the filter is applied again. */
export function Rows({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const problems = s.errors + s.warnings + s.duplicates;
  const [look, setLook] = useState({ only: problems > 0, page: 1, round: 0 });
  const { only, page } = look;
  const held = useHeld(look.round);
  const rows = useRows(i, s.sheet, only, page, held);
  const fields = useKinds().find((k) => k.kind === s.kind)?.fields ?? [];
  // Columns stand as they stood when the page was turned to.
  const at = JSON.stringify(look);
  const [stood, setStood] = useState({ at: '', wrong: noFields });
  if (stood.at !== at && rows.data && !rows.isPlaceholderData)
    setStood({ at, wrong: rows.data.items.flatMap((r) => r.findings.map((f) => f.field)) });
  if (rows.isPending) return <Loading />;
  if (rows.isError) return <Failed error={rows.error} retry={() => rows.refetch()} />;
  const unit = s.unit > 0 ? t('inUnit', { unit: t(`moneyUnits.${s.unit}`) }) : '';
  const columns = orderedColumns(s, fields, unit, new Set(only ? stood.wrong : []));
  const name = (field: string) => fields.find((f) => f.key === field)?.name ?? field;
  const mended = only ? rows.data.items.filter((r) => r.severity === '').length : 0;
  const apply = (to: boolean) => setLook({ only: to, page: 1, round: look.round + 1 });
  return (
    <>
      <div className="import-tally">
        <Tally s={s} />
        <span className="import-only">
          {mended > 0 && (
            <Button type="link" size="small" onClick={() => apply(true)}>
              {t('putAway', { n: mended })}
            </Button>
          )}
          <Switch id={`only-${s.sheet}`} checked={only} onChange={apply} />
          <label htmlFor={`only-${s.sheet}`}>{t('onlyProblems')}</label>
          <span className="muted small">{t('ofRows', { a: rows.data.total, b: s.rows })}</span>
        </span>
      </div>
      {rows.data.items.length === 0 ? (
        <div className="import-fine">
          <p>
            <Mark kind="ok" />
            <b>{t('noProblems')}</b>
          </p>
          <p className="muted">{t('allReady', { n: s.ready })}</p>
          <Button onClick={() => apply(false)}>{t('seeAll', { n: s.rows })}</Button>
        </div>
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
              {rows.data.items.map((r, n) => (
                <Row key={r.row} i={i} sheet={s.sheet} r={r} columns={columns} name={name} among={only} first={n === 0} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.data.total > pageSize && (
        <div className="pager">
          <Pagination
            current={page}
            pageSize={pageSize}
            total={rows.data.total}
            showSizeChanger={false}
            onChange={(to) => setLook({ ...look, page: to })}
          />
        </div>
      )}
    </>
  );
}
