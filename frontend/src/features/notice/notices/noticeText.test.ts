import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import notices from '@/shared/i18n/zh-CN/notices.json';
import type { Notice } from './data';
import { about, what } from './noticeText';

const t = (key: string, options?: Record<string, unknown>) => String(i18next.t(key, options));

beforeAll(() =>
  i18next.init({ lng: 'zh-CN', defaultNS: 'notices', resources: { 'zh-CN': { notices, enums: { subject: { lead: '线索' } } } } }),
);

const notice = (n: Partial<Notice>): Notice => ({
  id: '1',
  kind: '',
  title: '',
  at: '2026-09-25T00:00:00Z',
  on: '2026-09-25',
  read: false,
  actor_name: '',
  subject_kind: '',
  subject_id: '',
  details: {},
  ...n,
});

test('an idle lead is told with the days since its last day', () => {
  const n = notice({ kind: 'lead_idle', details: { about: '板材', days: 20, since: '2026-09-05' } });
  expect(what(n, t)).toBe('20 天没有跟进：板材（上次 2026-09-05）');
});

test('what is given in a batch says how many, and names the first few', () => {
  const n = notice({ kind: 'assigned', subject_kind: 'batch', title: 'lead', details: { list: 'lead', count: 4, names: '甲、乙、丙' } });
  expect(what(n, t)).toBe('交给您或您单位 4 条线索');
  expect(about(n, t)).toBe('甲、乙、丙等');
  expect(about(notice({ subject_kind: 'lead', title: '甲', details: {} }), t)).toBe('甲');
});
