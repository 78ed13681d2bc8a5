/** routes are the addresses of these screens. */
export const routes = [['/recycle-bin', () => import('./RecycleBin')]] as const;
