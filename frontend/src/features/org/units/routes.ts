/** routes are the addresses of these screens. */
export const routes = [['/units', () => import('./Units')]] as const;
