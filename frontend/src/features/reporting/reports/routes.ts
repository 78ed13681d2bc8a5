/** routes are the addresses of these screens. */
export const routes = [['/conversion', () => import('./Conversion')]] as const;
