/** routes are the addresses of these screens. */
export const routes = [
  ['/enterprises', () => import('./List')],
  ['/enterprises/$id', () => import('./Detail')],
] as const;
