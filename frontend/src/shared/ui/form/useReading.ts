import { useTranslation } from 'react-i18next';
import { codeFault, type Fault, phoneFault } from '@/shared/lib/check';
import { isExact, knownBy, parseEventDay, shownDay } from '@/shared/lib/eventDay';
import { money, parseDate, scale } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import type { Field } from './field';

/** faultOf returns what is wrong with a field's value as it is typed. */
export function faultOf(f: Field, value: unknown, today: string): Fault | undefined {
  if (f.type === 'money' && typeof value === 'string') return { key: 'noMoney' };
  if (f.type === 'date' && typeof value === 'string' && value !== '' && !parseDate(value, today)) return { key: 'noDate' };
  if (f.type === 'eventDay' && typeof value === 'string' && value !== '' && !parseEventDay(value, today)) return { key: 'noEventDay' };
  if (f.type === 'code') return codeFault(String(value ?? ''));
  if (f.type === 'phone') return phoneFault(String(value ?? ''));
  return undefined;
}

/** useReading returns a function that describes how what is typed in a field is understood, or what is wrong with it. */
export function useReading(): (f: Field, value: unknown) => { text: string; wrong: boolean } | undefined {
  const { t, i18n } = useTranslation('form');
  const today = useMe()?.today ?? '2026-01-01';
  return (f, value) => {
    const fault = faultOf(f, value, today);
    if (fault) return { text: t(fault.key, fault), wrong: true };
    if (f.type === 'date' && typeof value === 'string' && value !== '') return { text: longDate(value, i18n.language), wrong: false };
    if (f.type === 'eventDay' && typeof value === 'string' && value !== '')
      return {
        text: isExact(value) ? longDate(value, i18n.language) : t(`known.${knownBy(value)}`, { day: shownDay(value) }),
        wrong: false,
      };
    if (f.type === 'money' && typeof value === 'number' && value >= scale().yi) {
      const m = money(value);
      return { text: `${m.value} ${t(`common:${m.unit || 'wan'}`)}`, wrong: false };
    }
    return undefined;
  };
}

/** longDate is a day with its weekday, as 2026年9月26日 星期六. */
export function longDate(date: string, language: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const zone = { timeZone: 'UTC' } as const;
  const whole = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', ...zone }).format(day);
  return `${whole} ${new Intl.DateTimeFormat(language, { weekday: 'long', ...zone }).format(day)}`;
}
