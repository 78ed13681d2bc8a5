// What the shell and the home page use of the desk.
import { lazy } from 'react';

export { useThingsDue } from './dayQuery';

/** Desk is a person's own day; the home page loads it. */
export const Desk = lazy(() => import('./Desk'));
