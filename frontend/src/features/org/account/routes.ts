/** routes are the addresses of these screens. */
export const routes = [['/account', () => import('./Account')]] as const;
