import { tableOf } from './table';

export default tableOf(import.meta.glob<Record<string, unknown>>('./zh-CN/*.json', { eager: true, import: 'default' }));
