/** routes are the addresses of these screens. */
export const routes = [
  ['/leads', () => import('./List')],
  ['/leads/$id', () => import('./Detail')],
] as const;
