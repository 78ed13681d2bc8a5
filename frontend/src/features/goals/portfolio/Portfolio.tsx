import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import { Basis } from '@/shared/ui/Basis';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import { ReportFilters } from '@/shared/ui/ReportFilters';
import { filterOf } from '@/shared/ui/reportFilter';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { ListLink } from './ListLink';
import { names, type RatioName, RatioTrend, times } from './RatioTrend';
import { Structure } from './Structure';
import { WorkLists } from './WorkLists';

type Ratios = Schemas['RatiosOut'];
const present: Search = { going: 'true', reached: 'LEAD' };
const large = 1e8;
const sides: Record<RatioName, [Search, Search]> = {
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
  const filter = filterOf(search);
  const go = (next: Search) => navigate({ to: '.', search: { ...search, ...next } });
  const report = useQuery({
    queryKey: ['portfolio', filter],
    queryFn: async () => must(await api.GET('/reports/portfolio', { params: { query: { ...filter } } })),
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
            <Now now={report.data.now} selection={filter} />
            <RatioTrend trend={[...report.data.trend, report.data.now]} search={search} go={go} />
          </section>
          <Structure s={report.data.structure} selection={filter} />
          <Basis b={report.data} />
        </>
      )}
    </div>
  );
}

function Now({ now, selection }: { now: Ratios; selection: Search }) {
  const { t } = useTranslation('figures');
  const side = (name: RatioName, i: 0 | 1) => {
    const tally = i === 0 ? now[name].many : now[name].few;
    return (
      <>
        <td className="whole">{t(`side.${name}.${i}`)}</td>
        <td className="num">
          <ListLink search={{ ...selection, ...sides[name][i] }}>{tally.count}</ListLink>
        </td>
        <td className="num">
          <Money yuan={tally.amount} />
        </td>
      </>
    );
  };
  return (
    <HorizontalScroll label={t('fourRatios')}>
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
    </HorizontalScroll>
  );
}
