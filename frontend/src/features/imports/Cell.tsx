import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';

type Props = { name: string; text: string; findings: Schemas['ImportFinding'][]; save: (text: string) => Promise<boolean> };

/** Cell is one cell of a ledger with what is wrong with it: Enter saves what is typed, Esc leaves it. */
export function Cell({ name, text, findings, save }: Props) {
  const { t } = useTranslation('imports');
  const [draft, setDraft] = useState<string>();
  const [busy, setBusy] = useState(false);
  const worst = findings.find((f) => f.severity === 'error') ?? findings[0];
  async function keep() {
    if (draft === undefined || draft === text) return setDraft(undefined);
    setBusy(true);
    const done = await save(draft);
    setBusy(false);
    if (done) setDraft(undefined);
  }
  return (
    <td className={worst ? `wrong ${worst.severity}` : undefined}>
      {draft === undefined ? (
        <button
          type="button"
          className="cell"
          aria-label={t('editCell', { cell: name, text: text || t('blank') })}
          onClick={() => setDraft(text)}
        >
          {text || (worst ? t('blank') : '—')}
        </button>
      ) : (
        <Input
          autoFocus
          size="small"
          disabled={busy}
          aria-label={t('cellText', { cell: name })}
          value={draft}
          onChange={(e) => setDraft(e.target.value)}
          onBlur={() => void keep()}
          onKeyDown={(e) => {
            if (e.nativeEvent.isComposing) return;
            if (e.key === 'Enter') e.currentTarget.blur();
            if (e.key === 'Escape') setDraft(undefined);
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
