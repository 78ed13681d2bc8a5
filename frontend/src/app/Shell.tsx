import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { AutoComplete, Dropdown, Input } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bell } from '@/features/notices/Bell';
import { useLive } from '@/live/live';
import { forget } from '@/offline/memory';
import { Offline } from '@/offline/Offline';
import { SampleBanner, WayBack } from '@/onboarding/Banner';
import { api, must } from '@/shared/api/client';
import { useKeys } from '@/shared/lib/keys';
import { SanguSign } from '@/shared/ui/SanguSign';
import { useMay, useMe } from './me';
import { groups } from './places';
import { QuickAdd } from './QuickAdd';
import { useLook } from './theme';

const Palette = lazy(() => import('./Palette'));
const KeySheet = lazy(() => import('./KeySheet'));

/** Shell is what surrounds every screen: places at the left, search and person on top, tabs at the bottom of a phone. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  useLive(useQueryClient(), me?.id);
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  useKeys({ '?': () => setSheet(true), '/': search });
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
  const seen = groups
    .map((g) => ({ ...g, places: g.places.filter((p) => p.right === '' || may(p.right)) }))
    .filter((g) => g.places.length > 0);
  const tabs = ['/', '/projects', '/visits', '/leads', '/conversion'].flatMap((to) =>
    seen.flatMap((g) => g.places.filter((p) => p.to === to)),
  );
  return (
    <div className="shell">
      <Suspense fallback={null}>{palette && <Palette open onClose={() => setPalette(false)} />}</Suspense>
      <Suspense fallback={null}>{sheet && <KeySheet onClose={() => setSheet(false)} />}</Suspense>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <nav className="nav" aria-label={t('menu')}>
        <div className="brand">
          <SanguSign />
          {t('app')} <small>{me?.county_name}</small>
        </div>
        {seen.map((g) => (
          <div key={g.gutter} className={`nav-group ${g.gutter ? '' : 'plain'}`}>
            <span className="gutter">{g.gutter && t(`nav:${g.gutter}`)}</span>
            <ul>
              {g.places.map((p) => (
                <li key={p.to}>
                  <Link to={p.to} className="nav-link" activeOptions={{ exact: p.to === '/', includeSearch: false }}>
                    {t(`nav:${p.label}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="main">
        <header className="top">
          <SearchBox />
          <span className="spring" />
          <Bell />
          <PersonMenu />
        </header>
        <Offline />
        <SampleBanner />
        <WayBack />
        <main id="main" style={{ display: 'contents' }}>
          <Outlet />
        </main>
      </div>
      <nav className="tabbar" aria-label={t('nav:mine')}>
        <QuickAdd search={() => setPalette(true)} />
        {tabs.map((p) => (
          <Link key={p.to} to={p.to} activeOptions={{ exact: p.to === '/', includeSearch: false }}>
            {t(`nav:${p.label}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** search goes to the keyword of the list that is shown, else to the search of all. */
function search() {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-keyword], .top .search input')];
  const list = fields.find((f) => f.hasAttribute('data-keyword') && f.checkVisibility());
  (list ?? fields[0])?.focus();
}

const pages: Record<string, string> = { project: '/projects/', client: '/clients/', enterprise: '/enterprises/', lead: '/leads/' };

function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const hits = useQuery({
    queryKey: ['search', 'all', text],
    queryFn: async () =>
      must(await api.GET('/search', { params: { query: { q: text, kind: ['project', 'client', 'enterprise', 'lead'] } } })).items,
    enabled: text.trim() !== '',
  });
  const options = (hits.data ?? []).map((h) => ({
    value: `${h.kind}/${h.id}`,
    label: (
      <span style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <span>{h.title}</span>
        <span className="muted small">{t(`enums:subject.${h.kind}`)}</span>
      </span>
    ),
  }));
  return (
    <AutoComplete
      className="search"
      value={text}
      options={options}
      onChange={setText}
      onSelect={(v: string) => {
        const [kind = '', id = ''] = v.split('/');
        setText('');
        void navigate({ to: `${pages[kind] ?? '/'}${id}` });
      }}
    >
      <Input aria-label={t('search')} placeholder={t('search')} variant="filled" />
    </AutoComplete>
  );
}

function PersonMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const look = useLook();
  const may = useMay();
  const led = may('unit.manage') || may('role.grant') || may('rule.manage');
  const speak = (language: string) => {
    localStorage.setItem('sangu.language', language);
    void i18n.changeLanguage(language);
  };
  const items = [
    { key: 'account', label: t('nav:account'), onClick: () => void navigate({ to: '/account' }) },
    ...(led ? [{ key: 'start', label: t('onboarding:title'), onClick: () => void navigate({ to: '/start' }) }] : []),
    { type: 'divider' as const },
    { key: 'zh-CN', label: t('chinese'), onClick: () => speak('zh-CN') },
    { key: 'en-US', label: t('english'), onClick: () => speak('en-US') },
    { type: 'divider' as const },
    { key: 'light', label: `${t('theme')} · ${t('light')}`, onClick: () => look.setTheme('light') },
    { key: 'dark', label: `${t('theme')} · ${t('dark')}`, onClick: () => look.setTheme('dark') },
    { type: 'divider' as const },
    {
      key: 'out',
      label: t('signOut'),
      onClick: async () => {
        await api.DELETE('/session', {});
        client.clear();
        await forget();
        void navigate({ to: '/login' });
      },
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" style={{ background: 'none', border: 0, cursor: 'pointer', color: 'inherit', font: 'inherit' }}>
        <b>{me?.name}</b>{' '}
        <span className="who-post muted">
          {me?.unit_name} {me?.title && `· ${me.title}`}
        </span>
      </button>
    </Dropdown>
  );
}
