/** routes are the addresses of these screens. */
export const routes = [['/people', () => import('./People')]] as const;
