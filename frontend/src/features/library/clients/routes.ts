/** routes are the addresses of these screens. */
export const routes = [
  ['/clients', () => import('./List')],
  ['/clients/$id', () => import('./Detail')],
] as const;
