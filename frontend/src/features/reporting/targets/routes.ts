/** routes are the addresses of these screens. */
export const routes = [['/targets', () => import('./Targets')]] as const;
