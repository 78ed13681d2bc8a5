/** routes are the addresses of these screens. */
export const routes = [['/start', () => import('./StartPage')]] as const;
