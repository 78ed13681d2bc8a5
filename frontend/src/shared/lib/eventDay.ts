import { parseDate } from './format';

// A day as well as it is known (domain.EventDay): 2025-03-05, 2025-03, 2025-Q1, 2025-H1, 2025, ≤ 2025-03-05 for by that day,
// and 2026 ≤ 2026-06-10 for in 2026 and by that day.
const form = /^(?:(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])(?:-(\d{2}))?))?)?(?: ?≤ ?(\d{4}-\d{2}-\d{2}))?$/;

/** shownDay returns a day as it is shown: without the last possible day where it is known by a month or a year. */
export function shownDay(day: string): string {
  return day.startsWith('≤') ? day : (day.split(' ≤')[0] ?? day);
}

/** isExact reports whether the day itself is known. */
export const isExact = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);

/** lastDay returns the last day on which it may have happened. */
export function lastDay(day: string): string {
  const m = form.exec(day);
  if (!m || m[6] || !m[1]) return m?.[6] ?? day;
  if (m[5]) return day;
  const month = m[2] ? Number(m[2]) * 3 : m[3] ? Number(m[3]) * 6 : Number(m[4] ?? 12);
  return new Date(Date.UTC(Number(m[1]), month, 0)).toISOString().slice(0, 10);
}

const numerals: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const halves: Record<string, number> = { 上: 1, 下: 2 };

const parts: [RegExp, (m: RegExpExecArray, year: string) => string][] = [
  [/^(?:(\d{4})年?)?(?:第)?([一二三四1-4])季度?$/, (m, y) => `${m[1] ?? y}-Q${numerals[m[2] ?? ''] ?? m[2]}`],
  [/^(\d{4})-?[Qq]([1-4])$/, (m) => `${m[1]}-Q${m[2]}`],
  [/^[Qq]([1-4])\s?(\d{4})$/, (m) => `${m[2]}-Q${m[1]}`],
  [/^(?:(\d{4})年?)?([上下])半年$/, (m, y) => `${m[1] ?? y}-H${halves[m[2] ?? '']}`],
  [/^(\d{4})-?[Hh]([12])$/, (m) => `${m[1]}-H${m[2]}`],
  [/^(\d{4})(?:年度?)?$/, (m) => String(m[1])],
  [/^(\d{4})年?(?:底|末|初|中)$/, (m) => String(m[1])],
  [
    /^(?:(\d{4})[年.\-/])?(0?[1-9]|1[0-2])月?(?:份|初|中|底|末|上旬|中旬|下旬)?$/,
    (m, y) => `${m[1] ?? y}-${String(m[2]).padStart(2, '0')}`,
  ],
];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** parseEventDay reads a day as people say it, and no better than they say it: 3月5日, 2025年3月, 三季度, 2025年, 9月底前, by 30 Sep 2026; undefined where it is none. */
export function parseEventDay(text: string, today: string): string | undefined {
  const s = text.trim();
  const by = /^(?:截至|截止|≤|<=|by )?\s*(.+?)\s*(?:之前|以前|前)?(?:已.*)?$/i.exec(s);
  const limited = /^(?:≤|<=|by )|(?:之前|以前|前)(?:已.*)?$|^截[至止]/i.test(s);
  if (limited) {
    if (!by?.[1] || by[1] === s) return undefined;
    const known = parseEventDay(by[1], today);
    return known && !known.includes('≤') ? `≤ ${lastDay(known)}` : undefined;
  }
  if (form.test(s) && !Number.isNaN(Date.parse(lastDay(s)))) return plausible(s);
  const exact = parseDate(s, today);
  if (exact) return exact;
  const plain = s.replaceAll(/\s/g, '');
  for (const [pattern, made] of parts) {
    const m = pattern.exec(plain);
    // A bare number is no month: 3 may be a day as well.
    if (m && (plain.length > 2 || /\D/.test(plain))) return plausible(made(m, today.slice(0, 4)));
  }
  const english = /^(\d{1,2} )?([a-z]{3})[a-z]* (\d{4})$/i.exec(s);
  const month = months.indexOf((english?.[2] ?? '').toLowerCase()) + 1;
  if (!english || month === 0) return undefined;
  const named = `${english[3]}-${String(month).padStart(2, '0')}`;
  return plausible(english[1] ? `${named}-${english[1].trim().padStart(2, '0')}` : named);
}

/** plausible returns the day where it is one of the calendar and of a year that offices report. */
function plausible(day: string): string | undefined {
  const last = lastDay(day);
  const real = !Number.isNaN(Date.parse(last)) && new Date(`${last}T00:00:00Z`).toISOString().startsWith(last);
  return real && last >= '1950' && last < '2101' ? day : undefined;
}

/** knownBy returns how well a day is known: the key of the words that say so. */
export function knownBy(day: string): 'day' | 'month' | 'quarter' | 'half' | 'year' | 'by' {
  if (day.startsWith('≤')) return 'by';
  const s = shownDay(day);
  if (s.length === 10) return 'day';
  if (s.includes('Q')) return 'quarter';
  if (s.includes('H')) return 'half';
  return s.length === 7 ? 'month' : 'year';
}
