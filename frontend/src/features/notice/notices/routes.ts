/** routes are the addresses of these screens. */
export const routes = [['/notices', () => import('./Notices')]] as const;
