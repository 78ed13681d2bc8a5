import { Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';

type Props = { name: string; text: string; findings: Schemas['ImportFinding'][]; save: (text: string) => Promise<boolean> };

/** Cell is one cell of a ledger with what is wrong with it: Enter saves what is typed, Esc leaves it; both give the focus back. */
export function Cell({ name, text, findings, save }: Props) {
  const { t } = useTranslation('imports');
  const [draft, setDraft] = useState<string>();
  // What was saved shows until the sheet is read again.
  const [saved, setSaved] = useState<{ over: string; text: string }>();
  const over = useRef(false); // the edit has ended: a blur that follows is no second end
  const button = useRef<HTMLButtonElement>(null);
  const shown = saved?.over === text ? saved.text : text;
  const worst = findings.find((f) => f.severity === 'error') ?? findings[0];
  const back = () => requestAnimationFrame(() => button.current?.focus());
  async function end(keep: boolean, byKey: boolean) {
    if (over.current || draft === undefined) return;
    over.current = true;
    if (!keep || draft === shown || (await save(draft))) {
      if (keep && draft !== shown) setSaved({ over: text, text: draft });
      setDraft(undefined);
      if (byKey) back();
    }
    over.current = false;
  }
  return (
    <td className={worst ? `wrong ${worst.severity}` : undefined}>
      {draft === undefined ? (
        <button
          ref={button}
          type="button"
          className="cell"
          aria-label={t('editCell', { cell: name, text: shown || t('blank') })}
          onClick={() => setDraft(shown)}
        >
          {shown || (worst ? t('blank') : '—')}
        </button>
      ) : (
        <Input
          autoFocus
          size="small"
          aria-label={t('cellText', { cell: name })}
          value={draft}
          onChange={(e) => setDraft(e.target.value)}
          onBlur={() => void end(true, false)}
          onKeyDown={(e) => {
            if (e.nativeEvent.isComposing) return;
            if (e.key === 'Enter') void end(true, true);
            if (e.key === 'Escape') void end(false, true);
          }}
        />
      )}
      {findings.map((f) => (
        <div key={f.code} className="small why">
          {f.message}
        </div>
      ))}
    </td>
  );
}
