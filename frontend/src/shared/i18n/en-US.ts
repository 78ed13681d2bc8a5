import { tableOf } from './table';

export default tableOf(
  import.meta.glob<Record<string, unknown>>(
    [
      './en-US/*.json',
      '!./en-US/cockpit.json',
      '!./en-US/imports.json',
      '!./en-US/report.json',
      '!./en-US/suspicion.json',
      '!./en-US/desk.json',
      '!./en-US/calendar.json',
      '!./en-US/account.json',
      '!./en-US/audit.json',
    ],
    {
      eager: true,
      import: 'default',
    },
  ),
);
