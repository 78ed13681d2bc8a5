import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { token, useLook } from '@/app/theme';
import type { Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import { Loading } from '@/shared/ui/State';

const Chart = lazy(() => import('@/shared/ui/Chart'));

type Report = Schemas['ConversionOut'];

/** Curve draws how signed projects leave waiting; CurveTable says the same in figures. */
export function Curve({ r }: { r: Report }) {
  const { t } = useTranslation('report');
  const look = useLook((s) => s.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of tokens change with the look
  const option = useMemo(() => {
    const start = { months: 0, started: 0, terminated: 0, lower: null, upper: null };
    const points = [start, ...r.curve.points];
    const line = (pick: (p: (typeof points)[number]) => number | null) =>
      points.map((p) => [p.months, pick(p) === null ? null : (pick(p) ?? 0) * 100]);
    const colour = token('--brand');
    const ink = token('--ink-2');
    return {
      aria: { enabled: true },
      grid: { left: 44, right: 90, top: 16, bottom: 36 },
      tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => (typeof v === 'number' ? `${v.toFixed(1)} %` : '—') },
      xAxis: {
        type: 'value',
        name: t('months'),
        nameLocation: 'middle',
        nameGap: 24,
        axisLabel: { color: ink },
        nameTextStyle: { color: ink },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        axisLabel: { formatter: '{value} %', color: ink },
        splitLine: { lineStyle: { color: token('--line') } },
      },
      series: [
        {
          name: t('started'),
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: line((p) => p.started),
          lineStyle: { width: 2.5, color: colour },
          itemStyle: { color: colour },
          endLabel: { show: true, formatter: t('started'), color: colour },
        },
        {
          name: t('terminated'),
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: line((p) => p.terminated),
          lineStyle: { width: 1.5, color: ink },
          itemStyle: { color: ink },
          endLabel: { show: true, formatter: t('terminated'), color: ink },
        },
        {
          name: '95 % −',
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: line((p) => p.lower),
          lineStyle: { width: 1, type: 'dotted', color: colour },
          itemStyle: { color: colour },
        },
        {
          name: '95 % +',
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: line((p) => p.upper),
          lineStyle: { width: 1, type: 'dotted', color: colour },
          itemStyle: { color: colour },
        },
      ],
    };
  }, [r, t, look]);
  return (
    <Suspense fallback={<Loading />}>
      <Chart option={option} label={t('curve')} />
      <table className="rates">
        <tbody>
          <tr>
            <th>{t('atRisk')}</th>
            {r.curve.at_months.map((p) => (
              <td key={p.months} className="num">
                {p.months.toFixed(0)}: {p.at_risk}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Suspense>
  );
}

/** CurveTable is the curve at three months, six months and so on. */
export function CurveTable({ r }: { r: Report }) {
  const { t } = useTranslation('report');
  return (
    <table className="rates">
      <thead>
        <tr>
          {['months', 'atRisk', 'started', 'terminated', 'waitingNow'].map((k) => (
            <th key={k} className="num">
              {t(k)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {r.curve.at_months.map((p) => (
          <tr key={p.months}>
            <td className="num">{p.months.toFixed(0)}</td>
            <td className="num">{p.at_risk}</td>
            <td className="num">
              {percent(p.started)} <span className="small muted">{p.indicative && t('indicative')}</span>
            </td>
            <td className="num">{percent(p.terminated)}</td>
            <td className="num">{percent(p.waiting)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
