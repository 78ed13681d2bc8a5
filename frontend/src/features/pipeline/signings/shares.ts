import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';

/** rows is how many units a split's form takes. */
export const rows = [0, 1, 2, 3, 4];
const whole = 10_000; // hundredths of a percent

/** sharesFrom reads the rows of the form; where no percentage is given, all share alike and the first take what is left over. */
export function sharesFrom(v: Values): { unit_id: string; share: number }[] {
  const read = readForm(v);
  const given = rows.flatMap((i) => (v[`unit_${i}`] ? [{ unit_id: String(v[`unit_${i}`]), percent: read.number(`share_${i}`) }] : []));
  const alike = given.every((g) => g.percent === undefined);
  return given.map((g, i) => ({
    unit_id: g.unit_id,
    share: alike ? Math.floor(whole / given.length) + (i < whole % given.length ? 1 : 0) : Math.round((g.percent ?? 0) * 100),
  }));
}
