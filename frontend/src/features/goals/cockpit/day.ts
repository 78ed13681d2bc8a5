/** fullDay writes a day with its weekday, as 2026年10月19日 星期一. */
export function fullDay(day: string, language: string): string {
  const on = new Date(`${day}T00:00:00Z`);
  const part = (o: Intl.DateTimeFormatOptions) => on.toLocaleDateString(language, { ...o, timeZone: 'UTC' });
  return `${part({ year: 'numeric', month: 'long', day: 'numeric' })} ${part({ weekday: 'long' })}`;
}

/** shortDay writes a day as 10月19日, with the year where it is another one than that of today. */
export function shortDay(day: string, today: string, language: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { ...year, month: 'long', day: 'numeric', timeZone: 'UTC' });
}

/** points writes percentage points with one decimal. */
export const points = (n: number) => Math.abs(n).toFixed(1);

/** moneyText writes an amount of 元 as words want it, as 1.23 亿元. */
export const moneyText = (m: { value: string; unit: string }, unit: (key: string) => string) =>
  m.unit ? `${m.value} ${unit(m.unit)}` : m.value;
