/** routes are the addresses of these screens. */
export const routes = [['/calendar', () => import('./Calendar')]] as const;
