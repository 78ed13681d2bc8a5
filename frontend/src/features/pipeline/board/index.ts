// What other features may use of the board.
import { lazy } from 'react';

/** Lanes are a filter's projects by stage; they are loaded when the board is first shown. */
export const Lanes = lazy(() => import('./Lanes'));
