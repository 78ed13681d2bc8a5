import { useTranslation } from 'react-i18next';

const steps = ['send', 'recognise', 'check', 'write', 'undo'] as const;

/** Steps is the way of a file: where it stands, what is done, what comes; at the end an undo may come, and none is asked for. */
export function Steps({ at, over }: { at: number; over?: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <ol className="import-steps" aria-label={t('way')}>
      {steps.map((s, n) => (
        <li
          key={s}
          className={n < at ? 'done' : n === at && !over ? 'now' : undefined}
          aria-current={n === at && !over ? 'step' : undefined}
        >
          <i aria-hidden="true">{n < at ? '✓' : n + 1}</i>
          {t(`step.${s}`)}
          {s === 'undo' && <small> {t('within')}</small>}
        </li>
      ))}
    </ol>
  );
}
