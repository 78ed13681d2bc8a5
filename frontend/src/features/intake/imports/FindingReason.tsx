import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';

type Props = {
  f: Schemas['ImportFinding'];
  /** The cell holds a number. */
  number: boolean;
  columns: number;
  save: (text: string) => Promise<boolean>;
  keep: (reason: string) => Promise<boolean>;
};

/** FindingReason explains under a row what is wrong with the cell being edited, which can be corrected as suggested or kept with a reason. */
export function FindingReason({ f, number, columns, save, keep }: Props) {
  const { t } = useTranslation('imports');
  const [reason, setReason] = useState<string>();
  const [first = '', ...rest] = (f.why || f.message).split('\n');
  const [, said = '', meant = ''] = /^(.*?[。.:：]\s?)(.*)$/.exec(first) ?? [first, first];
  const plain = /^\d+(\.\d+)?$/.test(f.suggest) ? Number(f.suggest).toLocaleString('en-US') : f.suggest;
  // The cell keeps its focus while a button is pressed.
  const hold = (e: React.MouseEvent) => e.preventDefault();
  return (
    <tr className="why">
      <td colSpan={columns}>
        <div className="import-why" data-why={f.cell}>
          <div>
            <p>
              <b>{said}</b>
              {meant}
            </p>
            {rest.map((line) => (
              <p key={line} className="small muted">
                {line}
              </p>
            ))}
          </div>
          <span className="actions">
            {f.severity === 'warning' &&
              (reason === undefined ? (
                <Button size="small" onClick={() => setReason('')}>
                  {t(number ? 'keep' : 'keepText')}
                </Button>
              ) : (
                <>
                  <Input
                    size="small"
                    autoFocus
                    aria-label={t('keepReason', { cell: f.cell })}
                    placeholder={t('keepWhy')}
                    value={reason}
                    maxLength={200}
                    onChange={(e) => setReason(e.target.value)}
                    onPressEnter={(e) => {
                      if (!e.nativeEvent.isComposing && reason.trim()) void keep(reason.trim());
                    }}
                  />
                  <Button size="small" disabled={!reason.trim()} onClick={() => void keep(reason.trim())}>
                    {t('keepDone')}
                  </Button>
                </>
              ))}
            {f.suggest && (
              <Button size="small" type="primary" ghost onMouseDown={hold} onClick={() => void save(f.suggest)}>
                {t('take', { text: plain })} <kbd>{t('enterKey')}</kbd>
              </Button>
            )}
          </span>
        </div>
      </td>
    </tr>
  );
}
