import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/me';
import type { Schemas } from '@/shared/api/client';
import { useKeys } from '@/shared/lib/keys';
import { fullDay, shortDay } from './day';

/** Masthead names the county, the day, up to when things are known and by which rule, and what can be done with the page. */
export function Masthead({ c, table, setTable }: { c: Schemas['CockpitOut']; table: boolean; setTable: (on: boolean) => void }) {
  const { t, i18n } = useTranslation('cockpit');
  const me = useMe();
  useKeys({ f: full, F: full });
  return (
    <header className="mast">
      <h1>{t('title', { county: me?.county_name })}</h1>
      <p>
        <time dateTime={me?.today}>{fullDay(me?.today ?? c.on, i18n.language)}</time>
        <span>{t('known', { on: shortDay(c.on, me?.today ?? c.on, i18n.language) })}</span>
        <Link to="/rules" className="figure">
          {t('rule', { v: c.rule.version })}
        </Link>
      </p>
      <div className="mast-acts no-print">
        <button type="button" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'asChart' : 'asTable')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" onClick={full} aria-keyshortcuts="f">
          {t('full')} <kbd>F</kbd>
        </button>
      </div>
    </header>
  );
}

/** full shows the whole document without the shell: what opens above the page is then above it still. */
function full() {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}
