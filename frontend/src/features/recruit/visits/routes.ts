/** routes are the addresses of these screens. */
export const routes = [
  ['/visits', () => import('./List')],
  ['/visits/$id', () => import('./Detail')],
] as const;
