/** routes are the addresses of these screens. */
export const routes = [['/portfolio', () => import('./Portfolio')]] as const;
