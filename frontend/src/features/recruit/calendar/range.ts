import { addDays } from '@/shared/lib/format';

export const views = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof views)[number];

const agendaDays = 30;

/** weekday counts from Monday, 0 to 6. */
export const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const monday = (day: string) => addDays(day, -weekday(day));
const first = (day: string) => `${day.slice(0, 8)}01`;

/** monthOn moves by months; the 31st of a shorter month is its last day. */
export function monthOn(day: string, n: number): string {
  const t = new Date(`${first(day)}T00:00:00Z`);
  t.setUTCMonth(t.getUTCMonth() + n);
  const start = t.toISOString().slice(0, 10);
  t.setUTCMonth(t.getUTCMonth() + 1);
  const last = addDays(t.toISOString().slice(0, 10), -1);
  const same = `${start.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : same;
}

/** rangeOf returns the first and last day that a view shows; months are whole weeks from Monday. */
export function rangeOf(view: View, on: string): { from: string; to: string } {
  switch (view) {
    case 'day':
      return { from: on, to: on };
    case 'week':
      return { from: monday(on), to: addDays(monday(on), 6) };
    case 'month': {
      const last = addDays(monthOn(first(on), 1), -1);
      return { from: monday(first(on)), to: addDays(monday(last), 6) };
    }
    case 'agenda':
      return { from: on, to: addDays(on, agendaDays - 1) };
  }
}

/** shift moves a view one stretch on, or back. */
export function shift(view: View, on: string, n: 1 | -1): string {
  if (view === 'month') return monthOn(on, n);
  return addDays(on, n * { day: 1, week: 7, agenda: agendaDays }[view]);
}

/** arrow returns the day that an arrow key leads to, inside the range that is shown. */
export function arrow(day: string, key: string, from: string, to: string): string | undefined {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (step === undefined) return undefined;
  const next = addDays(day, step);
  return next < from || next > to ? undefined : next;
}

/** sayDay writes a day in the reader's language. */
export function sayDay(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
