/** routes are the addresses of these screens. */
export const routes = [['/rules', () => import('./Rules')]] as const;
