import { useTranslation } from 'react-i18next';

const steps = ['send', 'recognise', 'check', 'write', 'undo'] as const;

/** Steps is the way of a file: where it stands, what is done, what comes. */
export function Steps({ at }: { at: number }) {
  const { t } = useTranslation('imports');
  return (
    <ol className="import-steps" aria-label={t('way')}>
      {steps.map((s, n) => (
        <li key={s} className={n < at ? 'done' : n === at ? 'now' : undefined} aria-current={n === at ? 'step' : undefined}>
          <i aria-hidden="true">{n < at ? '✓' : n + 1}</i>
          {t(`step.${s}`)}
          {s === 'undo' && <small> {t('within')}</small>}
        </li>
      ))}
    </ol>
  );
}
