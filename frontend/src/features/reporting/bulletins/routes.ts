/** routes are the addresses of these screens. */
export const routes = [['/bulletins', () => import('./Bulletins')]] as const;
