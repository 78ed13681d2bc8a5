// What the shell shows of notices on every screen.
import { lazy } from 'react';

export { Bell } from './Bell';

/** Arrivals shows notices as they come; it is loaded when the first one does. */
export const Arrivals = lazy(() => import('./Arrivals'));
