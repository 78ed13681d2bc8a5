import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed } from '@/shared/ui/State';
import { meQuery } from './me';
import { Shell } from './shell/Shell';

// Filters, sorting and pages are texts in the URL; each screen reads its own.
const texts = (search: Record<string, unknown>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v === undefined || v === null ? [] : [[k, String(v)]])));

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, validateSearch: texts, notFoundComponent: Lost });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: lazyRouteComponent(() => import('@/features/session/Login')),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('@/features/session/Setup')),
});

// Only builds for those who make the product have it.
const design = __DESIGN__
  ? [createRoute({ getParentRoute: () => root, path: '/design', component: lazyRouteComponent(() => import('@/design/Design')) })]
  : [];

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(meQuery);
    } catch {
      throw redirect({ to: '/login', search: { next: location.href } });
    }
  },
});

const screens = [
  ['/', () => import('./Home')],
  ['/start', () => import('@/onboarding/StartPage')],
  ['/help', () => import('@/features/help/Guide')],
  ['/projects', () => import('@/features/projects/List')],
  ['/projects/$id', () => import('@/features/projects/Detail')],
  ['/board', () => import('@/features/projects/Board')],
  ['/calendar', () => import('@/features/calendar/Calendar')],
  ['/clients', () => import('@/features/clients/List')],
  ['/clients/$id', () => import('@/features/clients/Detail')],
  ['/enterprises', () => import('@/features/enterprises/List')],
  ['/enterprises/$id', () => import('@/features/enterprises/Detail')],
  ['/leads', () => import('@/features/leads/List')],
  ['/leads/$id', () => import('@/features/leads/Detail')],
  ['/visits', () => import('@/features/visits/List')],
  ['/visits/$id', () => import('@/features/visits/Detail')],
  ['/conversion', () => import('@/features/reports/Conversion')],
  ['/cockpit', () => import('@/features/figures/Cockpit')],
  ['/portfolio', () => import('@/features/figures/Portfolio')],
  ['/targets', () => import('@/features/figures/Targets')],
  ['/bulletins', () => import('@/features/figures/Bulletins')],
  ['/suspicions', () => import('@/features/figures/Suspicions')],
  ['/rules', () => import('@/features/rules/Rules')],
  ['/imports', () => import('@/features/imports/Import')],
  ['/units', () => import('@/features/people/Units')],
  ['/account', () => import('@/features/account/Account')],
  ['/people', () => import('@/features/people/People')],
  ['/notices', () => import('@/features/notices/Notices')],
  ['/recycle-bin', () => import('@/features/bin/RecycleBin')],
  ['/audit', () => import('@/features/audit/Audit')],
] as const;

const children = screens.map(([path, load]) => createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load) }));

/** makeRouter puts the addresses of the product together. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([login, setup, ...design, inside.addChildren(children)]),
    context: { client },
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
    scrollRestoration: true,
  });
}

function Lost() {
  const { t } = useTranslation();
  return <Failed error={new Error(t('notFound'))} />;
}
