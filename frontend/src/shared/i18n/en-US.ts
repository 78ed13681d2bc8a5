import { tableOf } from './table';

export default tableOf(import.meta.glob<Record<string, unknown>>('./en-US/*.json', { eager: true, import: 'default' }));
