import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnread } from './data';
import { Sign } from './Sign';
import './bell.css';

const Panel = lazy(() => import('./Panel'));

/** Bell counts unread notices and opens them. */
export function Bell() {
  const { t } = useTranslation('notices');
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  const n = unread?.count ?? 0;
  const shown = unread?.capped ? t('over', { n }) : String(n);
  return (
    <>
      <button type="button" className="bell" onClick={() => setOpen(true)} aria-label={n > 0 ? t('bellN', { n: shown }) : t('title')}>
        <Sign kind="bell" />
        <span className="bell-word">{t('title')}</span>
        {n > 0 && <span className="bell-count num">{shown}</span>}
      </button>
      <Suspense fallback={null}>{open && <Panel onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
