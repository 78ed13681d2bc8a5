import { tableOf } from './table';

export default tableOf(
  import.meta.glob<Record<string, unknown>>(['./zh-CN/*.json', '!./zh-CN/cockpit.json', '!./zh-CN/imports.json'], {
    eager: true,
    import: 'default',
  }),
);
