import { daysBetween } from '@/shared/lib/format';

/** whenOf is a day as an officer writes it: 今天, 10 月 16 日, and the year where it is another. */
export function whenOf(
  date: string,
  today: string,
  t: (key: string, values?: Record<string, number>) => string,
): { year: string; day: string } {
  const n = today ? daysBetween(today, date) : 1;
  if (n === 0) return { year: '', day: t('common:today') };
  if (n === -1) return { year: '', day: t('common:yesterday') };
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  return { year: today.startsWith(String(y)) ? '' : t('record:yearOf', { y }), day: t('record:dayOf', { m, d }) };
}
