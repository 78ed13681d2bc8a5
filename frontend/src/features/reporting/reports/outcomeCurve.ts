import type { Report } from './figures';

type Curve = Report['curve'];

/** Step is the curve from one month on. */
export type Step = { months: number; started: number; ended: number; lower: number; upper: number; late: number; early: number };

/** stepsOf is the curve from the signing to the longest wait; without a band it is as wide as the line. Between late and early is what inexact days allow. */
export function stepsOf(c: Curve): Step[] {
  const steps: Step[] = [{ months: 0, started: 0, ended: 0, lower: 0, upper: 0, late: 0, early: 0 }];
  for (const p of c.points) {
    steps.push({
      months: p.months,
      started: p.started,
      ended: p.terminated,
      lower: p.lower ?? p.started,
      upper: p.upper ?? p.started,
      late: p.band_lower ?? p.started,
      early: p.band_upper ?? p.started,
    });
  }
  return steps;
}

/** fewFrom is the month from which fewer than five wait, where the picture is indicative only; undefined where it never is. */
export function fewFrom(c: Curve): number | undefined {
  const few = c.points.findIndex((p) => p.indicative);
  if (few === 0) return 0;
  if (few > 0) return c.points[few - 1]?.months;
  return c.at_months.find((p) => p.indicative && p.months <= c.longest)?.months;
}

/** ticksOf are the months that stand under the picture: even steps, and the one that the headline reads. */
export function ticksOf(c: Curve, pixelsPerMonth: number): number[] {
  const end = endOf(c);
  const room = [3, 6, 12, 24, 36].find((s) => s * pixelsPerMonth >= 34 && (s > 3 || end <= 24)) ?? 60;
  const read = c.reading?.months;
  const known = new Set(c.at_months.map((p) => p.months));
  const out: number[] = [];
  for (let m = 0; m <= end; m += room) {
    const near = read !== undefined && m !== read && Math.abs(m - read) * pixelsPerMonth < 34;
    if (!near && (m === 0 || known.has(m))) out.push(m);
  }
  if (read !== undefined && !out.includes(read)) out.push(read);
  return out.sort((a, b) => a - b);
}

/** endOf is how far the picture goes. */
export function endOf(c: Curve): number {
  return Math.max(6, c.longest, c.reading?.months ?? 0);
}

/** apart moves heights down, and back up where they would leave the box, so that no two are closer than gap. */
export function apart(heights: number[], gap: number[], bottom: number): number[] {
  const out = [...heights];
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i] ?? 0, (out[i - 1] ?? 0) + (gap[i - 1] ?? 0));
  let limit = bottom;
  for (let i = out.length - 1; i >= 0; i--) {
    out[i] = Math.min(out[i] ?? 0, limit - (gap[i] ?? 0));
    limit = out[i] ?? 0;
  }
  return out;
}
