import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { apart, dayOfYear, ticks } from '@/shared/ui/chart/scale';

type Outlook = Schemas['FrontOutlookOut'];
const [left, right, top, bottom] = [2, 330, 16, 212];
const x = (day: string) => left + dayOfYear(day) * (right - left);

/** Starts draws the year's starts as steps, the even pace to the target, and what the server foresees with its range. */
export function Starts({ on, o, label }: { on: string; o: Outlook; label: string }) {
  const { t } = useTranslation('cockpit');
  const most = Math.max(o.target ?? 0, o.known ? Math.max(o.high, Math.ceil(o.expected)) : 0, o.started_so_far, 1);
  const marks = ticks(most);
  const y = (n: number) => bottom - (n / (marks.at(-1) ?? 1)) * (bottom - top);
  const now = o.started_so_far;
  const done = o.starts.reduce((d, s) => `${d}H${x(s.on)}V${y(s.sum)}`, `M${left} ${y(0)}`);
  return (
    <svg className="chart" viewBox="0 0 430 240" role="img" aria-label={label}>
      {marks.map((n) => (
        <g key={n}>
          <line className={n === 0 ? 'axis' : 'grid'} x1={left} x2={right} y1={y(n)} y2={y(n)} />
          <text className="low" x={left} y={y(n) - 4}>
            {n === marks.at(-1) ? t('starts.count', { n }) : n}
          </text>
        </g>
      ))}
      {o.target !== null && <line className="pace-line" x1={left} y1={y(0)} x2={right} y2={y(o.target)} />}
      {o.target !== null && o.target > 0 && (
        <Pace from={[left, y(0)]} to={[right, y(o.target)]} below={now >= o.target * dayOfYear(on)} text={t('starts.pace')} />
      )}
      {o.known && <Fan on={on} now={now} ahead={o.ahead} y={y} />}
      <path className="done" d={`${done}H${x(on)}`} />
      {o.starts.length <= 40 && o.starts.map((s) => <circle key={s.on} className="dot" cx={x(s.on)} cy={y(s.sum)} r="3" />)}
      <text className="brand halo" x={x(on) - 6} y={y(now) - 9} textAnchor="end">
        {t('starts.so', { n: now })}
      </text>
      <Ends o={o} y={y} />
      {[1, 4, 7, 10].map((m) => {
        const at = x(`${on.slice(0, 4)}-${String(m).padStart(2, '0')}-01`);
        return (
          <g key={m}>
            <line className="axis" x1={at} x2={at} y1={bottom} y2={bottom + 4} />
            <text className="low" x={at} y={bottom + 20} textAnchor={m === 1 ? 'start' : 'middle'}>
              {t('starts.month', { m })}
            </text>
          </g>
        );
      })}
      <text className="low" x={right} y={bottom + 20} textAnchor="middle">
        {t('starts.yearEnd')}
      </text>
    </svg>
  );
}

/** Pace names the line, on the side where the steps are not. */
function Pace({ from, to, below, text }: { from: [number, number]; to: [number, number]; below: boolean; text: string }) {
  const [ax, ay] = from;
  const far = below ? 0.55 : 0.2;
  const at = [ax + (to[0] - ax) * far, ay + (to[1] - ay) * far + (below ? 15 : -5)] as const;
  const turn = (Math.atan2(to[1] - ay, to[0] - ax) * 180) / Math.PI;
  return (
    <text className="low" x={at[0]} y={at[1]} transform={`rotate(${turn} ${at[0]} ${at[1]})`}>
      {text}
    </text>
  );
}

/** Fan is the way to come: the range as a band, dashed where fewer than five waited as long. */
function Fan({ on, now, ahead, y }: { on: string; now: number; ahead: Outlook['ahead']; y: (n: number) => number }) {
  const points = [{ on, expected: now, low: now, high: now, indicative: false }, ...ahead];
  const band = [...points.map((p) => `${x(p.on)} ${y(p.high)}`), ...points.toReversed().map((p) => `${x(p.on)} ${y(p.low)}`)];
  return (
    <>
      <path className="band" d={`M${band.join('L')}Z`} />
      {points.slice(1).map((p, i) => {
        const from = points[i] ?? p;
        return (
          <line
            key={p.on}
            className={p.indicative ? 'mid thin' : 'mid'}
            x1={x(from.on)}
            y1={y(from.expected)}
            x2={x(p.on)}
            y2={y(p.expected)}
          />
        );
      })}
    </>
  );
}

/** Ends are the labels at the year's end: the target and what is expected, moved apart where they meet. */
function Ends({ o, y }: { o: Outlook; y: (n: number) => number }) {
  const { t } = useTranslation('cockpit');
  const expected = Math.round(o.expected);
  const labels = [
    ...(o.target === null ? [] : [{ key: 'target', at: y(o.target), text: t('starts.target', { n: o.target }), className: 'high' }]),
    ...(o.known
      ? [
          { key: 'expected', at: y(o.expected), text: t('starts.expected', { n: expected }), className: 'brand' },
          {
            key: 'range',
            at: y(o.expected) + 16,
            text: t(o.low === o.high ? 'starts.sure' : 'starts.range', { l: o.low, h: o.high }),
            className: 'low',
          },
        ]
      : []),
  ].sort((a, b) => a.at - b.at);
  const places = apart(
    labels.map((l) => l.at + 4),
    16,
  );
  return (
    <>
      {o.target !== null && <line className="mark" x1={right - 7} x2={right + 7} y1={y(o.target)} y2={y(o.target)} />}
      {o.known && <circle className="end" cx={right} cy={y(o.expected)} r="3.5" />}
      {labels.map((l, i) => (
        <text key={l.key} className={l.className} x={right + 12} y={places[i]}>
          {l.text}
        </text>
      ))}
    </>
  );
}
