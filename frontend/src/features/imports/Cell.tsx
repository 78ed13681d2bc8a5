import { Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { type Kind, Mark } from './Mark';
import type { Column } from './Row';

type Props = {
  name: string;
  column: Column;
  text: string;
  findings: Schemas['ImportFinding'][];
  editing: (on: boolean) => void;
  save: (text: string) => Promise<boolean>;
};

/** Cell is one cell of a ledger with what is wrong with it: Enter saves what stands there, Esc leaves it; both give the focus back. */
export function Cell({ name, column, text, findings, editing, save }: Props) {
  const { t } = useTranslation('imports');
  const [draft, setDraft] = useState<string>();
  // What was saved shows until the sheet is read again.
  const [saved, setSaved] = useState<{ over: string; text: string }>();
  const over = useRef(false); // the edit has ended: a blur that follows is no second end
  const typed = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = saved?.over === text ? saved.text : text;
  const worst = findings.find((f) => f.severity === 'error') ?? findings[0];
  function begin() {
    typed.current = false;
    setDraft(worst?.suggest || shown);
    editing(true);
  }
  async function end(keep: boolean, byKey: boolean) {
    if (over.current || draft === undefined) return;
    over.current = true;
    if (!keep || draft === shown || (await save(draft))) {
      if (keep && draft !== shown) setSaved({ over: text, text: draft });
      setDraft(undefined);
      editing(false);
      if (byKey) requestAnimationFrame(() => button.current?.focus());
    }
    over.current = false;
  }
  const classes = [
    worst && `wrong ${worst.severity}`,
    column.money && 'right',
    column.leads && 'leads',
    column.code && 'code',
    draft !== undefined && 'edited',
  ];
  return (
    <td className={classes.filter(Boolean).join(' ') || undefined} data-label={column.name}>
      {draft === undefined ? (
        <button
          ref={button}
          type="button"
          className="cell"
          aria-label={t('editCell', { cell: name, text: shown || t('blank') })}
          onClick={begin}
        >
          {shown || <span className="blank">{worst ? t('blank') : '—'}</span>}
        </button>
      ) : (
        <Input
          autoFocus
          size="small"
          aria-label={t('cellText', { cell: name })}
          value={draft}
          onFocus={(e) => e.target.select()}
          onChange={(e) => {
            typed.current = true;
            setDraft(e.target.value);
          }}
          onBlur={(e) => {
            // Going down to the explanation is no end; a suggestion that nobody took is no change.
            if (e.relatedTarget?.closest(`[data-why="${name}"]`)) return;
            void end(typed.current, false);
          }}
          onKeyDown={(e) => {
            if (e.nativeEvent.isComposing) return;
            if (e.key === 'Enter') void end(true, true);
            if (e.key === 'Escape') void end(false, true);
            if (e.key === 'Tab' && !e.shiftKey) {
              const next = document.querySelector<HTMLElement>(`[data-why="${name}"] button`);
              if (next) {
                e.preventDefault();
                next.focus();
              }
            }
          }}
        />
      )}
      {findings.map((f) => (
        <small key={f.code} className="import-reason">
          <Mark kind={f.severity as Kind} small />
          {f.message}
        </small>
      ))}
    </td>
  );
}
