/** routes are the addresses of these screens. */
export const routes = [['/imports', () => import('./Import')]] as const;
