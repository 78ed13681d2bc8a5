import i18n from 'i18next';

// What people count money in: 万元 and 亿元 in Chinese (domain.md §6.5), millions and billions of yuan in English.
const chinese = { wan: 1e4, yi: 1e8 };
const english = { wan: 1e6, yi: 1e9 };

/** scale is how many 元 the reader's lesser unit (wan) and greater unit (yi) are. */
export const scale = () => (i18n.language === 'en-US' ? english : chinese);

/** Amounts are whole 元; shown in the reader's lesser unit, from one of the greater on in that with two decimals. */
export function money(yuan: number | null | undefined): { value: string; unit: 'wan' | 'yi' | ''; exact: string } {
  if (yuan === null || yuan === undefined) return { value: '—', unit: '', exact: '' };
  const exact = yuan.toLocaleString('en-US');
  const { wan, yi } = scale();
  if (Math.abs(yuan) >= yi) return { value: fixed(yuan, yi, 2), unit: 'yi', exact };
  return { value: grouped(fixed(yuan, wan, yuan % wan === 0 ? 0 : 2)), unit: 'wan', exact };
}

// Rounds half up on integers, as 1.005 in floating point would not.
function fixed(yuan: number, unit: number, digits: number): string {
  const scaled = Math.round((Math.abs(yuan) * 10 ** digits) / unit);
  const whole = Math.floor(scaled / 10 ** digits);
  const part = String(scaled % 10 ** digits).padStart(digits, '0');
  return `${yuan < 0 ? '-' : ''}${whole}${digits > 0 ? `.${part}` : ''}`;
}

function grouped(s: string): string {
  return s.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** tenths writes a share as percents with one decimal; 0 and 100 are true ones: what only rounds to them is said to be below or above. */
export function tenths(share: number): string {
  if (share === 0 || share === 1) return String(share * 100);
  if (share > 0 && share < 0.0005) return '< 0.1';
  if (share < 1 && share >= 0.9995) return '> 99.9';
  return (share * 100).toFixed(1);
}

/** percent of a share, one decimal; null is a dash and not 0. */
export function percent(v: number | null | undefined): string {
  return v === null || v === undefined ? '—' : `${tenths(v)} %`;
}

const magnitudes: Record<string, number> = { 亿: 1e8, 万: 1e4, 千: 1e3, bn: 1e9, m: 1e6, k: 1e3 };

/** parseMoney reads an amount as people write it, in the reader's lesser unit (or another base) unless it says otherwise; undefined where it is none. */
export function parseMoney(text: string, base = scale().wan): number | null | undefined {
  const s = text.replace(/[,，\s元]/g, '');
  if (s === '') return null;
  const m = /^(\d+(?:\.\d+)?)(亿|万|千|bn|m|k)?(?:(\d+(?:\.\d+)?)万)?$/i.exec(s);
  if (!m) return undefined;
  const unit = magnitudes[(m[2] ?? '').toLowerCase()] ?? base;
  return Math.round(Number(m[1]) * unit + (m[3] ? Number(m[3]) * 1e4 : 0));
}

/** parseDate reads a day as people write it: 2026.9.26, 9月26日, 今天; undefined where it is none. */
export function parseDate(text: string, today: string): string | undefined {
  const s = text.trim();
  const words: Record<string, number> = { 今天: 0, 明天: 1, 后天: 2, 昨天: -1, today: 0, tomorrow: 1, yesterday: -1 };
  const shift = words[s.toLowerCase()];
  if (shift !== undefined) return addDays(today, shift);
  const full = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(s) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(s);
  const short = /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(s);
  if (full) return day(Number(full[1]), Number(full[2]), Number(full[3]));
  if (short) return day(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]));
  return undefined;
}

function day(y: number, m: number, d: number): string | undefined {
  const t = new Date(Date.UTC(y, m - 1, d));
  if (t.getUTCFullYear() !== y || t.getUTCMonth() !== m - 1 || t.getUTCDate() !== d) return undefined;
  return t.toISOString().slice(0, 10);
}

/** addDays moves a day by calendar days. */
export function addDays(date: string, n: number): string {
  const t = new Date(`${date}T00:00:00Z`);
  t.setUTCDate(t.getUTCDate() + n);
  return t.toISOString().slice(0, 10);
}

/** daysBetween counts calendar days from a to b. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/** clock returns the hour and minute of an instant in UTC+8. */
export function clock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** dateTime returns an instant in UTC+8 as 2026-09-26 14:30. */
export function dateTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
