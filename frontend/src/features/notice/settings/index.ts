// What other features may use of what a person wants to be told.
export { CalendarFeed } from './CalendarFeed';
export { NoticeSettings } from './NoticeSettings';
export { settingsQuery } from './settingsQuery';
