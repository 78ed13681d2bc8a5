import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { useElementWidth } from '@/shared/ui/useElementWidth';
import { bare, type Point, type Report } from './figures';
import { apart, endOf, fewFrom, type Step, stepsOf, ticksOf } from './outcomeCurve';
import { Rows } from './Rows';

type Curve = Report['curve'];

const top = 8;
const height = 226;
const left = 40;

/** OutcomeCurve draws where projects go after signing: started, still waiting or terminated always add up to all of them. */
export function OutcomeCurve({ c, filter }: { c: Curve; filter: Search }) {
  const { t } = useTranslation('report');
  const [box, width] = useElementWidth<HTMLDivElement>(716);
  const wide = width >= 560;
  const right = Math.max(left + 120, width - (wide ? 126 : 12));
  const end = endOf(c);
  const x = (months: number) => left + (Math.min(months, end) / end) * (right - left);
  const ticks = ticksOf(c, (right - left) / end);
  const read = c.reading;
  const words = read
    ? t('fateWords', { m: read.months, s: percent(read.started), w: percent(read.waiting), e: percent(read.terminated) }) + band(read)
    : t('curve');
  return (
    <div ref={box} className="fate">
      {!wide && read && <p className="fate-words">{words}</p>}
      <svg viewBox={`0 0 ${width} ${height + 26}`} width={width} height={height + 26} role="img" aria-label={words}>
        <Areas steps={stepsOf(c)} x={x} end={end} />
        <Axes ticks={ticks} x={x} right={right} read={read?.months} wide={wide} />
        <BandName steps={stepsOf(c)} x={x} end={end} />
        <Line steps={stepsOf(c)} x={x} end={end} few={fewFrom(c)} right={right} />
        {read && <Reading p={read} x={x(read.months)} right={right} wide={wide} />}
        <Pointer c={c} x={x} right={right} end={end} />
      </svg>
      <Risk c={c} ticks={ticks} x={x} wide={wide} filter={filter} />
      {c.inexact + c.unbounded > 0 && (
        <p className="fine" data-testid="days-known">
          {t('daysKnown', { exact: c.exact, inexact: c.inexact, unbounded: c.unbounded })}
        </p>
      )}
    </div>
  );
}

const y = (share: number) => top + (1 - share) * (height - top);
const band = (p: Point) => {
  return p.lower !== null && p.upper !== null ? ` (95 %: ${bare(p.lower)}—${bare(p.upper)})` : '';
};

/** along walks the steps of a line from left to right. */
function along(steps: Step[], x: (m: number) => number, end: number, pick: (s: Step) => number, from = 0): string {
  let d = '';
  for (const [i, s] of steps.entries()) {
    const next = steps[i + 1]?.months ?? end;
    if (next <= from && i < steps.length - 1) continue;
    const at = Math.max(s.months, from);
    d += `${d === '' ? 'M' : 'V'}${d === '' ? `${x(at)} ` : ''}${y(pick(s)).toFixed(1)}H${x(next).toFixed(1)}`;
  }
  return d;
}

function backwards(steps: Step[], x: (m: number) => number, end: number, pick: (s: Step) => number): string {
  let d = '';
  for (let i = steps.length - 1; i >= 0; i--) {
    const s = steps[i];
    if (s) d += `L${x(steps[i + 1]?.months ?? end).toFixed(1)} ${y(pick(s)).toFixed(1)}H${x(s.months).toFixed(1)}`;
  }
  return d;
}

function Areas({ steps, x, end }: { steps: Step[]; x: (m: number) => number; end: number }) {
  const area = (low: (s: Step) => number, high: (s: Step) => number) => `${along(steps, x, end, high)}${backwards(steps, x, end, low)}Z`;
  const nothing = () => 0;
  return (
    <>
      <path className="a-wait" d={area(nothing, () => 1)} />
      <path
        className="a-end"
        d={area(
          (s) => 1 - s.ended,
          () => 1,
        )}
      />
      <path className="a-start" d={area(nothing, (s) => s.started)} />
      <path
        className="a-band"
        d={area(
          (s) => s.lower,
          (s) => s.upper,
        )}
      />
      <path
        className="a-days"
        d={area(
          (s) => s.late,
          (s) => s.early,
        )}
      />
    </>
  );
}

/** BandName writes what the band is where there is room for it, left of the middle. */
function BandName({ steps, x, end }: { steps: Step[]; x: (m: number) => number; end: number }) {
  const { t } = useTranslation('report');
  const at = steps.findLast((s) => s.months < end / 2 && y(s.started) - y(s.upper) > 22);
  if (!at || x(end / 2) - x(at.months) < 60) return null;
  return (
    <text className="b band-name" x={x(at.months) + 8} y={(y(at.started) + y(at.upper)) / 2 + 4}>
      {t('interval95short')}
    </text>
  );
}

function Axes(p: { ticks: number[]; x: (m: number) => number; right: number; read?: number | undefined; wide: boolean }) {
  const { t } = useTranslation('report');
  return (
    <>
      {[0, 25, 50, 75, 100].map((v) => (
        <g key={v}>
          <line className={v === 0 ? 'axis' : 'over'} x1={left} x2={p.right} y1={y(v / 100)} y2={y(v / 100)} />
          <text className="n lo" x={left - 6} y={y(v / 100) + 4} textAnchor="end">
            {v === 100 ? '100 %' : v}
          </text>
        </g>
      ))}
      {p.ticks.map((m) => (
        <g key={m}>
          <line className="axis" x1={p.x(m)} x2={p.x(m)} y1={height} y2={height + 4} />
          <text className={m === p.read ? 'n hi' : 'n lo'} x={p.x(m)} y={height + 18} textAnchor="middle">
            {m}
          </text>
        </g>
      ))}
      {p.wide && (
        <text className="lo" x={p.right + 12} y={height + 18}>
          {t('months')}
        </text>
      )}
    </>
  );
}

function Line(p: { steps: Step[]; x: (m: number) => number; end: number; few?: number | undefined; right: number }) {
  const { t } = useTranslation('report');
  const line = (s: Step) => s.started;
  const { few } = p;
  const sure = few === undefined ? p.steps : p.steps.filter((s) => s.months <= few);
  const unsure = few === undefined ? '' : along(p.steps, p.x, p.end, line, few);
  const note = few === undefined ? 0 : p.x(few) + 6;
  return (
    <>
      <path className="l-start" d={along(sure, p.x, few ?? p.end, line)} />
      {few !== undefined && few < p.end && (
        <>
          <path className="l-start thin" d={unsure} />
          <line className="edge" x1={p.x(few)} x2={p.x(few)} y1={top} y2={height} />
          {p.right - note > 80 && (
            <text y={height - 26}>
              <tspan x={note}>{t('fewFrom.0')}</tspan>
              <tspan x={note} dy={17}>
                {t('fewFrom.1')}
              </tspan>
            </text>
          )}
        </>
      )}
    </>
  );
}

function Reading({ p, x, right, wide }: { p: Point; x: number; right: number; wide: boolean }) {
  const { t } = useTranslation('report');
  const { lower, upper } = p;
  const hasBand = lower !== null && upper !== null;
  const middle = [y(1 - p.terminated / 2), y(p.started + p.waiting / 2), y(p.started)];
  const heights = apart([top + 10, ...middle], [19, 19, 19, hasBand ? 36 : 19], height + 6);
  const at = (i: number) => heights[i] ?? 0;
  return (
    <>
      <line className="read" x1={x} x2={x} y1={top} y2={height + 4} />
      <circle className="end" cx={x} cy={y(p.started)} r={4} />
      {wide && (
        <>
          <text className="hi" x={right + 12} y={at(0)}>
            {t('full', { m: p.months })}
          </text>
          <text className="e" x={right + 12} y={at(1)}>
            {t('ended')} {percent(p.terminated)}
          </text>
          <text x={right + 12} y={at(2)}>
            {t('waitingNow')} {percent(p.waiting)}
          </text>
          <text className="b" x={right + 12} y={at(3)}>
            {t('begun')} {percent(p.started)}
          </text>
          {hasBand && (
            <text className="lo n" x={right + 12} y={at(3) + 17}>
              95 % {bare(lower)}—{bare(upper)}
            </text>
          )}
        </>
      )}
    </>
  );
}

/** Pointer reports the position of the pointer to the picture. */
function Pointer({ c, x, right, end }: { c: Curve; x: (m: number) => number; right: number; end: number }) {
  const { t } = useTranslation('report');
  const [at, setAt] = useState<number>();
  const p = at === undefined ? undefined : c.points.filter((q) => q.months <= at).at(-1);
  const middle = at !== undefined && x(at) > (left + right) / 2;
  return (
    <>
      {at !== undefined && (
        <g className="told">
          <line className="hair" x1={x(at)} x2={x(at)} y1={top} y2={height} />
          <text className="n hi halo" x={x(at) + (middle ? -6 : 6)} y={top + 30} textAnchor={middle ? 'end' : 'start'}>
            {t('fateAt', { m: at.toFixed(1), s: percent(p?.started ?? 0), w: percent(p?.waiting ?? 1), e: percent(p?.terminated ?? 0) })}
          </text>
        </g>
      )}
      <rect
        x={left}
        y={top}
        width={right - left}
        height={height - top}
        fill="transparent"
        onPointerMove={(e) => {
          const b = e.currentTarget.getBoundingClientRect();
          setAt(Math.max(0, Math.min(end, ((e.clientX - b.left) / b.width) * end)));
        }}
        onPointerLeave={() => setAt(undefined)}
      />
    </>
  );
}

/** Risk shows under each month how many were waiting, had started and had ended; each number opens its projects. */
function Risk(p: { c: Curve; ticks: number[]; x: (m: number) => number; wide: boolean; filter: Search }) {
  const { t } = useTranslation('report');
  const at = (m: number) => p.c.at_months.find((q) => q.months === m);
  const rows = [
    ['at_risk', 'atRisk', (m: number) => at(m)?.at_risk],
    ['started_by', 'startedBy', (m: number) => at(m)?.started_count],
    ['ended_by', 'endedBy', (m: number) => at(m)?.ended_count],
  ] as const;
  // At the signing all are watched, unless watching begins with the recording.
  const all = (
    <Rows filter={p.filter} of={{ figure: 'signed' }}>
      {p.c.n}
    </Rows>
  );
  const first = (figure: string) => {
    if (figure !== 'at_risk') return 0;
    return p.filter.late_entry === 'true' ? '—' : all;
  };
  return (
    <div className="risk">
      {rows.map(([figure, label, count]) => (
        <div key={figure} className="row">
          <span className={p.wide ? 'end' : 'above'}>{t(label)}</span>
          {p.ticks.map((m) => (
            <span key={m} className={at(m)?.indicative ? 'cell few' : 'cell'} style={{ left: p.x(m) }} data-testid={`${figure}-${m}`}>
              {m > 0 && (
                <Rows filter={p.filter} of={{ figure, months: m }}>
                  {count(m) ?? '—'}
                </Rows>
              )}
              {m === 0 && first(figure)}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
