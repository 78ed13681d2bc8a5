/** routes are the addresses of these screens. */
export const routes = [
  ['/projects', () => import('./List')],
  ['/projects/$id', () => import('./Detail')],
  ['/board', () => import('./Board')],
] as const;
