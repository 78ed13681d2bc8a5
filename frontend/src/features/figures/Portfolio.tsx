import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { token, useLook } from '@/app/theme';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { ReportFilters } from '@/shared/ui/ReportFilters';
import { Money } from '@/shared/ui/Show';
import { Sideways } from '@/shared/ui/Sideways';
import { Failed, Loading } from '@/shared/ui/State';
import { Listed } from './Listed';
import { Structure } from './Structure';
import { WorkLists } from './WorkLists';

const Chart = lazy(() => import('@/shared/ui/Chart'));

type Ratios = Schemas['RatiosOut'];
type Name = 'intent' | 'small' | 'general' | 'extensive';

const names: Name[] = ['intent', 'small', 'general', 'extensive'];
const present: Search = { going: 'true', reached: 'LEAD' };
const large = 1e8;
const sides: Record<Name, [Search, Search]> = {
  intent: [
    { ...present, not_reached: 'SIGNED' },
    { ...present, reached: 'SIGNED' },
  ],
  small: [
    { ...present, below_investment: String(large) },
    { ...present, min_investment: String(large) },
  ],
  general: [
    { ...present, industrial: 'false' },
    { ...present, industrial: 'true' },
  ],
  extensive: [
    { ...present, high_tech: 'false' },
    { ...present, high_tech: 'true' },
  ],
};

/** Portfolio is what the county has: what wants doing, 四多四少 over eight quarters, and horizon by size, on any selection of projects. */
export default function Portfolio() {
  const { t } = useTranslation('figures');
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const go = (next: Search) => navigate({ to: '.', search: { ...search, ...next } });
  const report = useQuery({
    queryKey: ['portfolio', search],
    queryFn: async () => must(await api.GET('/reports/portfolio', { params: { query: { ...search } } })),
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('portfolio')}</h1>
        <ReportFilters search={search} go={go} />
      </div>
      <WorkLists unit={search.unit_id} />
      {report.isPending && <Loading />}
      {report.isError && <Failed error={report.error} retry={() => report.refetch()} />}
      {report.data && (
        <>
          <section className="section">
            <h2>{t('fourRatios')}</h2>
            <p className="muted small">
              {t('fourRatiosNote', { on: report.data.now.on, n: report.data.now.n })} · {t('industrialShare')}{' '}
              {percent(report.data.now.industrial_share.value)} · {t('highTechShare')} {percent(report.data.now.high_tech_share.value)}
            </p>
            <Now now={report.data.now} selection={search} />
            <Trend trend={[...report.data.trend, report.data.now]} />
          </section>
          <Structure s={report.data.structure} selection={search} />
          <p className="muted small">
            {t('report:printed', { v: report.data.rule.version, on: report.data.until, known: report.data.as_of.slice(0, 10) })}
          </p>
        </>
      )}
    </div>
  );
}

function Now({ now, selection }: { now: Ratios; selection: Search }) {
  const { t } = useTranslation('figures');
  const side = (name: Name, i: 0 | 1) => {
    const tally = i === 0 ? now[name].many : now[name].few;
    return (
      <>
        <td className="whole">{t(`side.${name}.${i}`)}</td>
        <td className="num">
          <Listed search={{ ...selection, ...sides[name][i] }}>{tally.count}</Listed>
        </td>
        <td className="num">
          <Money yuan={tally.amount} />
        </td>
      </>
    );
  };
  return (
    <Sideways label={t('fourRatios')}>
      <table className="rates">
        <thead>
          <tr>
            <th>{t('many')}</th>
            <th className="num">{t('count')}</th>
            <th className="num">{t('amount')}</th>
            <th>{t('few')}</th>
            <th className="num">{t('count')}</th>
            <th className="num">{t('amount')}</th>
            <th className="num">{t('byCount')}</th>
            <th className="num">{t('byAmount')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              {side(name, 0)}
              {side(name, 1)}
              <td className="num">
                <b>{times(now[name].count.value)}</b>
              </td>
              <td className="num">{times(now[name].amount.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

const times = (v: number | null) => (v === null ? '—' : v.toFixed(2));

function Trend({ trend }: { trend: Ratios[] }) {
  const { t } = useTranslation('figures');
  const look = useLook((s) => s.theme);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [by, setBy] = useState<'count' | 'amount'>('count');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of tokens change with the look
  const option = useMemo(() => {
    const ink = token('--ink-2');
    const shades = ['--brand', '--ink', '--warn', '--good'].map(token);
    return {
      aria: { enabled: true },
      grid: { left: 44, right: 110, top: 16, bottom: 28 },
      tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => (typeof v === 'number' ? v.toFixed(2) : '—') },
      xAxis: { type: 'category', boundaryGap: false, data: trend.map((r) => r.on.slice(0, 7)), axisLabel: { color: ink } },
      yAxis: { type: 'value', min: 0, axisLabel: { color: ink }, splitLine: { lineStyle: { color: token('--line') } } },
      series: names.map((name, i) => ({
        name: t(`ratio.${name}`),
        type: 'line',
        symbolSize: 5,
        data: trend.map((r) => r[name][by].value),
        lineStyle: { color: shades[i], width: 2, type: (['solid', 'dashed', 'dotted', 'solid'] as const)[i] },
        itemStyle: { color: shades[i] },
        endLabel: { show: true, formatter: t(`ratio.${name}`), color: shades[i] },
      })),
    };
  }, [trend, by, look, t]);
  return (
    <>
      <div className="actions" style={{ justifyContent: 'space-between', marginTop: 16 }}>
        <h3>{t('eightQuarters')}</h3>
        <span className="actions">
          <Segmented
            size="small"
            value={by}
            onChange={setBy}
            options={[
              { value: 'count', label: t('byCount') },
              { value: 'amount', label: t('byAmount') },
            ]}
          />
          <Segmented
            size="small"
            value={view}
            onChange={setView}
            options={[
              { value: 'chart', label: t('common:chart') },
              { value: 'table', label: t('common:table') },
            ]}
          />
        </span>
      </div>
      {view === 'chart' ? (
        <Suspense fallback={<Loading />}>
          <Chart option={option} label={t('eightQuarters')} height={240} />
        </Suspense>
      ) : (
        <Sideways label={t('fourRatios')}>
          <table className="rates">
            <thead>
              <tr>
                <th />
                {trend.map((r) => (
                  <th key={r.on} className="num">
                    {r.on}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr key={name}>
                  <td>{t(`ratio.${name}`)}</td>
                  {trend.map((r) => (
                    <td key={r.on} className="num">
                      {times(r[name][by].value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </>
  );
}
