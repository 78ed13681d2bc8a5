import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from './Cell';
import { nextProblem } from './cellNavigation';
import type { Column } from './columns';
import { type Import, type Row as Kept, useSteps } from './data';
import { FindingReason } from './FindingReason';
import { kindOf, Mark } from './Mark';

type Props = {
  i: Import;
  sheet: string;
  r: Kept;
  columns: Column[];
  name: (field: string) => string;
  /** Among rows with problems one without any was put right. */
  among: boolean;
  first: boolean;
};

/** Row is one row of a ledger: its number in the file, what is to be done with it, its cells; below it, why a cell is asked about. */
export function Row({ i, sheet, r, columns, name, among, first }: Props) {
  const { t } = useTranslation('imports');
  const steps = useSteps(i);
  const row = useRef<HTMLTableRowElement>(null);
  const [edited, setEdited] = useState<string>();
  const shown = new Set(columns.map((c) => `${c.letter}${r.row}`));
  const asked = r.findings.find((f) => f.cell === edited && (f.why || f.suggest || f.severity === 'warning'));
  const severity = r.severity === '' ? '' : kindOf(r.severity);
  const mended = severity === '' && (among || r.right.length > 0);
  async function answer(fix: { text: string; keep?: string }) {
    if (!asked || !(await steps.fix(sheet, [{ cell: asked.cell, ...fix }]))) return false;
    setEdited(undefined);
    const from = row.current?.querySelector('td.edited') ?? row.current?.firstElementChild;
    const next = from && nextProblem(from);
    if (next) requestAnimationFrame(() => next.focus());
    return true;
  }
  return (
    <>
      <tr ref={row} className={asked ? 'open' : undefined}>
        <td className="number money">{r.row}</td>
        <td className="import-result">
          <span className="import-verdict">
            {(severity || mended) && <Mark kind={severity || 'ok'} />}
            {t(severity ? `severity.${severity}` : mended ? 'mended' : `effect.${r.effect || 'none'}`)}
          </span>
          {(severity === 'warning' || mended) && r.effect && <span className="small"> {t(`effect.${r.effect}`)}</span>}
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
              right={r.right.find((x) => x.cell === cell)}
              first={first && c.leads}
              editing={edited === cell}
              edit={(on) => setEdited((now) => (on ? cell : now === cell ? undefined : now))}
              save={(text) => steps.fix(sheet, [{ cell, text }])}
            />
          );
        })}
      </tr>
      {asked && (
        <FindingReason
          f={asked}
          number={columns.some((c) => c.money && asked.cell === `${c.letter}${r.row}`)}
          columns={columns.length + 2}
          save={(text) => answer({ text })}
          keep={(keep) => answer({ text: '', keep })}
        />
      )}
    </>
  );
}
