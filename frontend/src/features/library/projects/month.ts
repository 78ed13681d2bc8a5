import { addDays } from '@/shared/lib/format';

// 5 January 1970 was a Monday.
const monday = '1970-01-05';

/** weeksOf returns the days of a month ("2026-09") as whole weeks from Monday. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  let day = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  while (weeks.length === 0 || day < `${monthAfter(month, 1)}-01`) {
    const from = day;
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(from, i)));
    day = addDays(day, 7);
  }
  return weeks;
}

/** monthAfter moves a month by so many. */
export function monthAfter(month: string, n: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + n);
  return at.toISOString().slice(0, 7);
}

const say = (day: string, language: string, o: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...o, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** sayMonth writes a month in the reader's language. */
export const sayMonth = (month: string, language: string) => say(`${month}-01`, language, { year: 'numeric', month: 'long' });

/** weekdays names the days of a week, from Monday. */
export const weekdays = (language: string) => Array.from({ length: 7 }, (_, i) => say(addDays(monday, i), language, { weekday: 'short' }));
