// What the shell and the home page show of the first steps.
import { lazy } from 'react';

export { BackToSteps, SampleBanner } from './Banner';

/** Start is shown above the desk until a county has begun; the shell, which shows the rest on every screen, does not load it. */
export const Start = lazy(() => import('./Start'));
