import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackToSteps, SampleBanner } from '@/features/intake/onboarding';
import { Arrivals, Bell } from '@/features/notice/notices';
import { useKeys } from '@/shared/lib/keys';
import { useLive, useNews } from '@/shared/live/live';
import { OfflineBar } from '@/shared/offline/OfflineBar';
import { useMe } from '@/shared/session/me';
import { useSavedAppearance } from '@/shared/theme/appearancePreference';
import { Icon } from '@/shared/ui/Icon';
import { Loading } from '@/shared/ui/State';
import { useNothingToUndo } from '@/shared/ui/undo/useUndo';
import { Nav } from './Nav';
import { fetchPalette, PaletteLoader } from './PaletteLoader';
import { PersonMenu } from './PersonMenu';
import { SearchBox } from './SearchBox';
import { TabBar } from './TabBar';
import { useKeySequences } from './useKeySequences';

const KeySheet = lazy(() => import('./KeySheet'));

/** Shell is what surrounds every screen: places at the left, search and person on top, tabs at the bottom of a phone. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  useLive(useQueryClient(), me?.id);
  const told = useNews((s) => s.told);
  useSavedAppearance();
  useNothingToUndo();
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  const find = () => setPalette(true);
  const close = useCallback(() => setPalette(false), []);
  useEffect(fetchPalette, []);
  useKeySequences();
  useKeys({ '?': () => setSheet(true), '/': () => toKeyword() || find() });
  useEffect(() => {
    const open = (e: KeyboardEvent) => {
      if (e.key.toLowerCase() === 'k' && (e.ctrlKey || e.metaKey) && !e.isComposing) {
        e.preventDefault();
        setPalette(true);
      }
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <div className="shell">
      {palette && <PaletteLoader onClose={close} showKeys={() => setSheet(true)} />}
      <Suspense fallback={null}>{told > 0 && <Arrivals told={told} />}</Suspense>
      <Suspense fallback={null}>{sheet && <KeySheet onClose={() => setSheet(false)} />}</Suspense>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Nav />
      <div className="main">
        <header className="top">
          <SearchBox open={find} />
          <span className="spring" />
          <Bell />
          <button
            type="button"
            className="top-item"
            aria-label={t('help')}
            aria-keyshortcuts="?"
            title={t('help')}
            onClick={() => setSheet(true)}
          >
            <Icon name="help" size={18} />
          </button>
          <PersonMenu />
        </header>
        <OfflineBar />
        <SampleBanner />
        <BackToSteps />
        <main id="main" style={{ display: 'contents' }}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <TabBar search={find} />
    </div>
  );
}

/** toKeyword goes to the keyword of the list that is shown, where one is. */
function toKeyword(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('[data-keyword]')].find((f) => f.checkVisibility());
  field?.focus();
  return field !== undefined;
}
