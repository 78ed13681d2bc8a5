import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/shared/session/me';
import { Failed } from '@/shared/ui/State';
import { Shell } from './shell/Shell';

// Filters, sorting and pages are texts in the URL; each screen reads its own.
const texts = (search: Record<string, unknown>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v === undefined || v === null ? [] : [[k, String(v)]])));

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, validateSearch: texts, notFoundComponent: Lost });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: lazyRouteComponent(() => import('@/features/org/session/Login')),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('@/features/org/session/Setup')),
});

// Only builds for those who make the product have it.
const design = __DESIGN__
  ? [createRoute({ getParentRoute: () => root, path: '/design', component: lazyRouteComponent(() => import('./design/Design')) })]
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
  ['/start', () => import('@/features/intake/onboarding/StartPage')],
  ['/help', () => import('./help/Guide')],
  ['/projects', () => import('@/features/library/projects/List')],
  ['/projects/$id', () => import('@/features/library/projects/Detail')],
  ['/board', () => import('@/features/library/projects/Board')],
  ['/calendar', () => import('@/features/recruit/calendar/Calendar')],
  ['/clients', () => import('@/features/library/clients/List')],
  ['/clients/$id', () => import('@/features/library/clients/Detail')],
  ['/enterprises', () => import('@/features/library/enterprises/List')],
  ['/enterprises/$id', () => import('@/features/library/enterprises/Detail')],
  ['/leads', () => import('@/features/recruit/leads/List')],
  ['/leads/$id', () => import('@/features/recruit/leads/Detail')],
  ['/visits', () => import('@/features/recruit/visits/List')],
  ['/visits/$id', () => import('@/features/recruit/visits/Detail')],
  ['/conversion', () => import('@/features/reporting/reports/Conversion')],
  ['/cockpit', () => import('@/features/goals/cockpit/Cockpit')],
  ['/portfolio', () => import('@/features/goals/portfolio/Portfolio')],
  ['/targets', () => import('@/features/reporting/targets/Targets')],
  ['/bulletins', () => import('@/features/reporting/bulletins/Bulletins')],
  ['/suspicions', () => import('@/features/goals/suspicions/Suspicions')],
  ['/rules', () => import('@/features/goals/rules/Rules')],
  ['/imports', () => import('@/features/intake/imports/Import')],
  ['/units', () => import('@/features/org/units/Units')],
  ['/account', () => import('@/features/org/account/Account')],
  ['/people', () => import('@/features/org/people/People')],
  ['/notices', () => import('@/features/notice/notices/Notices')],
  ['/recycle-bin', () => import('@/features/library/bin/RecycleBin')],
  ['/audit', () => import('@/features/org/audit/Audit')],
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
