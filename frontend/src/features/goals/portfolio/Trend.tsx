import { useTranslation } from 'react-i18next';
import { apart, ticks } from '@/shared/ui/chart/scale';
import { useElementWidth } from '@/shared/ui/useElementWidth';
import './trend.css';

export type Line = { key: string; name: string; values: (number | null)[] };

const [top, bottom, left] = [14, 206, 34];

/** Trend draws a few numbers from quarter to quarter, each line named at its end; where a number is not known its line breaks. */
export function Trend({
  days,
  lines,
  say,
  label,
}: {
  days: string[];
  lines: Line[];
  /** say writes the number at a line's end. */
  say: (v: number | null) => string;
  label: string;
}) {
  const { t } = useTranslation('figures');
  const [box, width] = useElementWidth<HTMLDivElement>(900);
  const right = Math.max(left + 120, width - 112);
  const most = Math.max(1, ...lines.flatMap((l) => l.values.map((v) => v ?? 0)));
  const marks = ticks(most);
  const x = (i: number) => left + (days.length > 1 ? (i / (days.length - 1)) * (right - left) : 0);
  const y = (v: number) => bottom - (v / (marks.at(-1) ?? 1)) * (bottom - top);
  // Dates that would touch are left out, the last one never.
  const every = Math.ceil(days.length / Math.max(2, Math.floor((right - left) / 64)));
  const ends = lines
    .map((l, i) => ({ ...l, i, end: l.values.findLast((v) => v !== null) ?? null }))
    .filter((l) => l.end !== null)
    .toSorted((a, b) => (b.end ?? 0) - (a.end ?? 0));
  const places = apart(
    ends.map((l) => y(l.end ?? 0) + 4),
    16,
  );
  return (
    <div ref={box} className="trend">
      <svg className="chart" viewBox={`0 0 ${width} 234`} width={width} height={234} role="img" aria-label={label}>
        {marks.map((n) => (
          <g key={n}>
            <line className={n === 0 ? 'axis' : 'grid'} x1={left} x2={right} y1={y(n)} y2={y(n)} />
            <text className="low" x={left - 8} y={y(n) + 4} textAnchor="end">
              {n}
            </text>
          </g>
        ))}
        {days.map((d, i) => (
          <g key={d}>
            <line className="axis" x1={x(i)} x2={x(i)} y1={bottom} y2={bottom + 4} />
            {(days.length - 1 - i) % every === 0 && (
              <text className="low" x={x(i)} y={bottom + 20} textAnchor={i === days.length - 1 ? 'end' : 'middle'}>
                {i === days.length - 1 ? t('trendNow') : d.slice(0, 7)}
              </text>
            )}
          </g>
        ))}
        {lines.map((l, i) => (
          <g key={l.key} className={`line-${i}`}>
            {runs(l.values).map((run) => (
              <path key={run[0]?.[0]} className="way" d={`M${run.map(([at, v]) => `${x(at).toFixed(1)} ${y(v).toFixed(1)}`).join('L')}`} />
            ))}
            {l.values.map((v, at) => v !== null && <circle key={days[at]} cx={x(at)} cy={y(v)} r="3" />)}
          </g>
        ))}
        {ends.map((l, k) => (
          <text key={l.key} className={`name line-${l.i}`} x={right + 10} y={places[k]}>
            {l.name} {say(l.end)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** runs are the stretches of a line over which its number is known, as places with their values. */
export function runs(values: (number | null)[]): [number, number][][] {
  const out: [number, number][][] = [];
  for (const [i, v] of values.entries()) {
    if (v === null) continue;
    const last = out.at(-1);
    if (last?.at(-1)?.[0] === i - 1) last.push([i, v]);
    else out.push([[i, v]]);
  }
  return out;
}
