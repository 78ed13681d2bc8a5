/** routes are the addresses of these screens. */
export const routes = [['/audit', () => import('./Audit')]] as const;
