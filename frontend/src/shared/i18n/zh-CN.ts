import { tableOf } from './table';

export default tableOf(
  import.meta.glob<Record<string, unknown>>(
    [
      './zh-CN/*.json',
      '!./zh-CN/cockpit.json',
      '!./zh-CN/imports.json',
      '!./zh-CN/report.json',
      '!./zh-CN/suspicion.json',
      '!./zh-CN/desk.json',
      '!./zh-CN/calendar.json',
      '!./zh-CN/account.json',
      '!./zh-CN/audit.json',
    ],
    {
      eager: true,
      import: 'default',
    },
  ),
);
