/** routes are the addresses of these screens. */
export const routes = [['/suspicions', () => import('./Suspicions')]] as const;
