/** publicRoutes are the screens that nobody has to be signed in for. */
export const publicRoutes = [
  ['/login', () => import('./Login')],
  ['/setup', () => import('./Setup')],
] as const;
