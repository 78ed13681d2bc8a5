import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { free, keyOf } from '@/shared/lib/keys';
import { useUnread } from './data';
import { Sign } from './Sign';
import './bell.css';

const Panel = lazy(() => import('./Panel'));

/** within is how soon the second key of g n follows the first. */
const within = 1_000;

/** Bell counts unread notices and opens them; g then n opens the page of all. */
export function Bell() {
  const { t } = useTranslation('notices');
  const navigate = useNavigate();
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  const begun = useRef(0);
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (!free(e)) return;
      const key = keyOf(e);
      if (key === 'n' && e.timeStamp - begun.current < within) {
        e.preventDefault();
        void navigate({ to: '/notices' });
      }
      begun.current = key === 'g' ? e.timeStamp : 0;
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [navigate]);
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
