import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from './Cell';
import { type Import, type Row as Kept, useSteps } from './data';
import { Mark } from './Mark';
import { Why } from './Why';

export type Column = { letter: string; header: string; at: number; name: string; money: boolean; code: boolean; leads: boolean };

type Props = { i: Import; sheet: string; r: Kept; columns: Column[]; name: (field: string) => string };

/** Row is one row of a ledger: its number in the file, what is to be done with it, its cells; below it, why a cell is asked about. */
export function Row({ i, sheet, r, columns, name }: Props) {
  const { t } = useTranslation('imports');
  const steps = useSteps(i);
  const [edited, setEdited] = useState<string>();
  const shown = new Set(columns.map((c) => `${c.letter}${r.row}`));
  const asked = r.findings.find((f) => f.cell === edited && (f.why || f.suggest || f.severity === 'warning'));
  const severity = r.severity as 'error' | 'warning' | 'duplicate' | '';
  return (
    <>
      <tr className={asked ? 'open' : undefined}>
        <td className="number money">{r.row}</td>
        <td className="import-result">
          <span className="import-verdict">
            {severity && <Mark kind={severity} />}
            {t(severity ? `severity.${severity}` : `effect.${r.effect || 'none'}`)}
          </span>
          {severity === 'warning' && r.effect && <span className="small"> {t(`effect.${r.effect}`)}</span>}
          {r.changes.map((c) => (
            <div key={c.field} className="small">
              {name(c.field)} {c.before || '—'} → <b>{c.after || '—'}</b>
            </div>
          ))}
          {r.findings
            .filter((f) => !shown.has(f.cell))
            .map((f) => (
              <div key={f.cell + f.code} className="small import-reason">
                {f.message}
              </div>
            ))}
        </td>
        {columns.map((c) => {
          const cell = `${c.letter}${r.row}`;
          return (
            <Cell
              key={c.letter}
              name={cell}
              column={c}
              text={r.cells[c.at] ?? ''}
              findings={r.findings.filter((f) => f.cell === cell)}
              editing={(on) => setEdited(on ? cell : undefined)}
              save={(text) => steps.fix(sheet, [{ cell, text }])}
            />
          );
        })}
      </tr>
      {asked && (
        <Why
          f={asked}
          columns={columns.length + 2}
          save={(text) => steps.fix(sheet, [{ cell: asked.cell, text }])}
          keep={(keep) => steps.fix(sheet, [{ cell: asked.cell, text: '', keep }])}
        />
      )}
    </>
  );
}
