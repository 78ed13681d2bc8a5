// What other features may use of what a person wants to be told. The forms are loaded with the page that shows them.
import { lazy } from 'react';

export { settingsQuery } from './settingsQuery';

export const CalendarFeed = lazy(() => import('./CalendarFeed'));
export const NoticeSettings = lazy(() => import('./NoticeSettings'));
