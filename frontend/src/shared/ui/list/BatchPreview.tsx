import { useTranslation } from 'react-i18next';
import type { Field } from '../FormDrawer';
import { type BatchAnswer, word } from './batch';

/** BatchPreview shows what a batch would change, from what to what, and which rows it would skip and why. */
export function BatchPreview({ seen, fields }: { seen: BatchAnswer; fields: Field[] }) {
  const { t } = useTranslation('list');
  const label = (key: string) => fields.find((f) => f.key === key)?.label ?? key;
  return (
    <section aria-label={t('preview')} className="batch-preview">
      <p role="status">
        <b>{t('willChange', { n: seen.changed })}</b>
        {seen.passed > 0 && t('willPass', { n: seen.passed })}
      </p>
      {seen.skipped.length > 0 && (
        <ul className="list small">
          {seen.skipped.map((s) => (
            <li key={s.id}>
              <span>{s.title || '—'}</span>
              <span className="muted">{[t(`why.${s.reason}`), s.message].filter(Boolean).join('：')}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className="list small">
        {seen.changes.map((c) => (
          <li key={c.id}>
            <span>{c.title}</span>
            <span>
              {c.fields.map((f) => (
                <div key={f.field}>
                  <span className="muted">{label(f.field)}</span> <s>{word(fields, f.field, f.before) || t('nothing')}</s> →{' '}
                  <b>{word(fields, f.field, f.after) || t('nothing')}</b>
                </div>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {seen.changed > seen.changes.length && <p className="small muted">{t('andMore', { n: seen.changed - seen.changes.length })}</p>}
    </section>
  );
}
