import { Pagination, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Cell } from './Cell';
import { type Import, pageSize, type Row, type Sheet, useKinds, useRows, useSteps } from './data';

/** Rows is a sheet's rows by pages, each cell to be put right where it stands. */
export function Rows({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const [only, setOnly] = useState(s.errors + s.warnings + s.duplicates > 0);
  const [page, setPage] = useState(1);
  const rows = useRows(i, s.sheet, only, page);
  const fields = useKinds().find((k) => k.kind === s.kind)?.fields ?? [];
  const name = (field: string) => fields.find((f) => f.key === field)?.name ?? field;
  const wrong = new Set(rows.data?.items.flatMap((r) => r.findings.map((f) => f.field)));
  const columns = ordered(s, fields, only ? wrong : new Set());
  if (rows.isPending) return <Loading />;
  if (rows.isError) return <Failed error={rows.error} retry={() => rows.refetch()} />;
  return (
    <>
      <p className="actions">
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
      </p>
      {rows.data.items.length === 0 ? (
        <Nothing text={t('noProblems')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <section className="scroll-x" tabIndex={0} aria-label={s.sheet}>
          <table className="rates import-rows">
            <thead>
              <tr>
                <th>{t('row')}</th>
                <th>{t('result')}</th>
                {columns.map((c) => (
                  <th key={c.letter}>
                    <span className="small muted">
                      {c.letter} {c.header}
                    </span>
                    <br />
                    {name(c.field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.data.items.map((r) => (
                <One key={r.row} i={i} sheet={s.sheet} r={r} columns={columns} name={name} />
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

/** ordered gives the columns that are used: what names a row first, then those with findings where only problems are shown. */
function ordered(s: Sheet, fields: { key: string; required: boolean; type: string }[], wrong: Set<string>) {
  const ignored = (field: string) => fields.find((f) => f.key === field)?.type === 'ignored';
  const used = s.columns.map((c, at) => ({ ...c, at })).filter((c) => c.field !== '' && !ignored(c.field));
  const first = used.find((c) => fields.find((f) => f.key === c.field)?.required);
  const rank = (c: { field: string }) => (c.field === first?.field ? 0 : wrong.has(c.field) ? 1 : 2);
  return used.sort((a, b) => rank(a) - rank(b) || a.at - b.at);
}

type Column = { letter: string; at: number };

function One({ i, sheet, r, columns, name }: { i: Import; sheet: string; r: Row; columns: Column[]; name: (field: string) => string }) {
  const { t } = useTranslation('imports');
  const steps = useSteps(i);
  const shown = new Set(columns.map((c) => `${c.letter}${r.row}`));
  return (
    <tr>
      <td className="money">{r.row}</td>
      <td className="import-result">
        <b>{t(r.severity ? `severity.${r.severity}` : `effect.${r.effect || 'none'}`)}</b>
        {r.severity === 'warning' && r.effect && <span className="small"> {t(`effect.${r.effect}`)}</span>}
        {r.changes.map((c) => (
          <div key={c.field} className="small">
            {c.field === 'stage' ? name('stage') : name(c.field)} {c.before || '—'} → <b>{c.after || '—'}</b>
          </div>
        ))}
        {r.findings
          .filter((f) => !shown.has(f.cell))
          .map((f) => (
            <div key={f.cell + f.code} className={`problem-cell ${f.severity}`}>
              {f.message}
            </div>
          ))}
      </td>
      {columns.map((c) => (
        <Cell
          key={c.letter}
          name={`${c.letter}${r.row}`}
          text={r.cells[c.at] ?? ''}
          findings={r.findings.filter((f) => f.cell === `${c.letter}${r.row}`)}
          save={(text) => steps.fix(sheet, [{ cell: `${c.letter}${r.row}`, text }])}
        />
      ))}
    </tr>
  );
}
