/** routes are the addresses of these screens. */
export const routes = [['/cockpit', () => import('./Cockpit')]] as const;
