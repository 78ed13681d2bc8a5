import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { routes as cockpit } from '@/features/goals/cockpit/routes';
import { routes as portfolio } from '@/features/goals/portfolio/routes';
import { routes as rules } from '@/features/goals/rules/routes';
import { routes as suspicions } from '@/features/goals/suspicions/routes';
import { routes as imports } from '@/features/intake/imports/routes';
import { routes as onboarding } from '@/features/intake/onboarding/routes';
import { routes as bin } from '@/features/library/bin/routes';
import { routes as clients } from '@/features/library/clients/routes';
import { routes as enterprises } from '@/features/library/enterprises/routes';
import { routes as projects } from '@/features/library/projects/routes';
import { routes as notices } from '@/features/notice/notices/routes';
import { routes as account } from '@/features/org/account/routes';
import { routes as audit } from '@/features/org/audit/routes';
import { routes as people } from '@/features/org/people/routes';
import { publicRoutes } from '@/features/org/session/routes';
import { routes as units } from '@/features/org/units/routes';
import { routes as calendar } from '@/features/recruit/calendar/routes';
import { routes as leads } from '@/features/recruit/leads/routes';
import { routes as visits } from '@/features/recruit/visits/routes';
import { routes as bulletins } from '@/features/reporting/bulletins/routes';
import { routes as reports } from '@/features/reporting/reports/routes';
import { routes as targets } from '@/features/reporting/targets/routes';
import { meQuery } from '@/shared/session/me';
import { Failed } from '@/shared/ui/State';
import { Shell } from './shell/Shell';

// Filters, sorting and pages are texts in the URL; each screen reads its own.
const texts = (search: Record<string, unknown>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v === undefined || v === null ? [] : [[k, String(v)]])));

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  validateSearch: texts,
  notFoundComponent: NotFound,
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
  ['/help', () => import('./help/Guide')],
  ...projects,
  ...clients,
  ...enterprises,
  ...bin,
  ...leads,
  ...visits,
  ...calendar,
  ...reports,
  ...targets,
  ...bulletins,
  ...cockpit,
  ...portfolio,
  ...suspicions,
  ...rules,
  ...imports,
  ...onboarding,
  ...units,
  ...people,
  ...account,
  ...audit,
  ...notices,
] as const;

const open = publicRoutes.map(([path, load]) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }));
const children = screens.map(([path, load]) => createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load) }));

/** makeRouter returns the router with the addresses of all features. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([...open, ...design, inside.addChildren(children)]),
    context: { client },
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
    scrollRestoration: true,
  });
}

function NotFound() {
  const { t } = useTranslation();
  return <Failed error={new Error(t('notFound'))} />;
}
