import { tableOf } from './table';

export default tableOf(
  import.meta.glob<Record<string, unknown>>(['./en-US/*.json', '!./en-US/cockpit.json', '!./en-US/imports.json'], {
    eager: true,
    import: 'default',
  }),
);
