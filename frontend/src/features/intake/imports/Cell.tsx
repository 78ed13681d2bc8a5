import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { neighbour, nextProblem } from './cellNavigation';
import type { Column } from './columns';
import { Edit } from './Edit';
import { kindOf, Mark } from './Mark';

type Props = {
  name: string;
  column: Column;
  text: string;
  findings: Schemas['ImportFinding'][];
  right?: Schemas['ImportRight'];
  /** Reached by Tab though nothing is wrong: where the arrows set out from. */
  first: boolean;
  editing: boolean;
  edit: (on: boolean) => void;
  save: (text: string) => Promise<boolean>;
};

/** Cell is one cell of a ledger with what is wrong with it, or what was put right: arrows walk, Enter opens and saves, Tab goes to the next problem. */
export function Cell({ name, column, text, findings, right, first, editing, edit, save }: Props) {
  const { t } = useTranslation('imports');
  // What was saved shows until the sheet is read again.
  const [saved, setSaved] = useState<{ over: string; text: string }>();
  const button = useRef<HTMLButtonElement>(null);
  const cell = useRef<HTMLTableCellElement>(null);
  const shown = saved?.over === text ? saved.text : text;
  const worst = findings.find((f) => f.severity === 'error') ?? findings[0];
  const stranger = findings.find((f) => f.code === 'ledger.person');
  const classes = [
    worst && `wrong ${worst.severity}`,
    column.money && 'right',
    column.leads && 'leads',
    column.code && 'code',
    editing && 'edited',
    !worst && right && 'mended',
  ];
  const back = () => requestAnimationFrame(() => button.current?.focus());
  return (
    <td ref={cell} className={classes.filter(Boolean).join(' ') || undefined} data-label={column.name}>
      {editing ? (
        <Edit
          cell={name}
          column={column}
          text={shown}
          suggest={worst?.suggest ?? ''}
          stranger={stranger?.said ?? ''}
          leave={(byKey) => {
            edit(false);
            if (byKey) back();
          }}
          save={async (to, byKey) => {
            if (!(await save(to))) return false;
            setSaved({ over: text, text: to });
            edit(false);
            const next = byKey && cell.current && nextProblem(cell.current);
            if (next) requestAnimationFrame(() => next.focus());
            else if (byKey) back();
            return true;
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className="cell"
          tabIndex={worst || first ? 0 : -1}
          aria-label={t('editCell', { cell: name, text: shown || t('blank') })}
          onClick={() => edit(true)}
          onKeyDown={(e) => {
            const to = neighbour(e.currentTarget, e.key);
            if (!to) return;
            e.preventDefault();
            to.focus();
          }}
        >
          {shown || <span className="blank">{worst ? t('blank') : '—'}</span>}
        </button>
      )}
      {findings.map((f) => (
        <small key={f.code + f.said} className="import-reason">
          <Mark kind={kindOf(f.severity)} small />
          {f.message}
        </small>
      ))}
      {!worst && right && (
        <small className="import-reason">
          <Mark kind="ok" small />
          {right.kept ? t('keptAs', { why: right.kept }) : t('was', { text: right.was || t('blank') })}
        </small>
      )}
    </td>
  );
}
