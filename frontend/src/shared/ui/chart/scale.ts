/** ticks are round numbers from 0 to at least the most, four or five of them. */
export function ticks(most: number): number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step);
}

/** dayOfYear is how much of its year has gone at the end of a day, from 0 to 1. */
export function dayOfYear(day: string): number {
  const year = Number(day.slice(0, 4));
  const from = Date.UTC(year, 0, 1);
  return (Date.parse(`${day}T00:00:00Z`) + 86_400_000 - from) / (Date.UTC(year + 1, 0, 1) - from);
}

/** apart moves labels, given from top to bottom, so that no two are closer than the gap. */
export function apart(wanted: number[], gap: number): number[] {
  const out: number[] = [];
  for (const y of wanted) out.push(Math.max(y, (out.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  return out;
}
