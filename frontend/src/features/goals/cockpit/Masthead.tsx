import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { useKeys } from '@/shared/lib/keys';
import { useMe } from '@/shared/session/me';
import { useRuleName } from '@/shared/ui/Basis';
import { useScopeName } from '@/shared/ui/scopeWords';
import { fullDay, shortDay } from './day';

/** Masthead names of what the page is, the day, up to when things are known and by which rule, and what can be done with the page. */
export function Masthead({ c, table, setTable }: { c: Schemas['CockpitOut']; table: boolean; setTable: (on: boolean) => void }) {
  const { t, i18n } = useTranslation(['cockpit', 'report']);
  const me = useMe();
  const rule = useRuleName();
  const scope = useScopeName();
  const short = (day: string) => shortDay(day, me?.today ?? c.on, i18n.language);
  useKeys({ f: full, F: full });
  return (
    <header className="mast">
      <h1>{c.scope.kind === 'county' ? t('title', { county: me?.county_name }) : t('titleOf', { scope: scope(c.scope) })}</h1>
      <p>
        <time dateTime={me?.today}>{fullDay(me?.today ?? c.on, i18n.language)}</time>
        <span>{t('known', { on: short(c.on) })}</span>
        <span>{t('report:asKnown', { on: short(dateTime(c.as_of).slice(0, 10)) })}</span>
        <Link to="/rules" className="figure">
          {rule(c.rule.version)}
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
