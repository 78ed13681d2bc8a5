import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Dropdown, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Basis } from '@/shared/ui/Basis';
import type { Search } from '@/shared/ui/ListPage';
import { ReportFilters } from '@/shared/ui/ReportFilters';
import { filterOf, type Go } from '@/shared/ui/reportFilter';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { useScopeName, useWindowName } from '@/shared/ui/scopeWords';
import { comparisons, horizons } from './Compare';
import type { Analysis, Grouping, Report } from './figures';
import { FewGrid, Grid } from './Grid';
import { Groups, groupings } from './Groups';
import { Hero } from './Hero';
import { Path } from './Path';
import './conversion.css';
import './drawings.css';
import './grid.css';
import './tables.css';
import './narrow.css';

/** Conversion is what becomes of signed projects: the finding, why, for whom, and what may be expected. */
export default function Conversion() {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const by = groupings.find((g) => g === search.by) ?? 'unit';
  const compare = comparisons.find((c) => c === search.compare) ?? 'led';
  const cohorts = search.cohorts === 'month' ? 'month' : 'quarter';
  const months = horizons.find((m) => String(m) === search.months) ?? 9;
  const view = search.view === 'table' ? 'table' : 'chart';
  const go: Go = (next) => navigate({ to: '.', search: { ...search, ...next }, replace: true, resetScroll: false });
  const filter = filterOf(search);
  const report = useQuery({
    queryKey: ['conversion', filter, by],
    queryFn: async () => must(await api.GET('/reports/conversion', { params: { query: { ...filter, by } } })),
    placeholderData: (before) => before,
  });
  const analysis = useQuery({
    queryKey: ['analysis', filter, compare, cohorts, months],
    queryFn: async () => must(await api.GET('/reports/analysis', { params: { query: { ...filter, compare, cohorts, months } } })),
    placeholderData: (before) => before,
  });
  const failed = report.error ?? analysis.error;
  return (
    <div className="page conv">
      <header className="conv-head">
        <h1>{t('title')}</h1>
        <ReportFilters search={search} go={go} />
        <span className="conv-acts no-print">
          <Segmented
            size="small"
            value={view}
            onChange={(v) => go({ view: v === 'table' ? v : undefined })}
            options={[
              { value: 'chart', label: t('common:chart') },
              { value: 'table', label: t('common:table') },
            ]}
          />
          <Export filter={filter} />
        </span>
      </header>
      {report.isPending && <Loading />}
      {failed && (
        <Failed
          error={failed}
          retry={() => {
            report.refetch();
            analysis.refetch();
          }}
        />
      )}
      {report.data &&
        (report.data.total.signed.count === 0 ? (
          <Nothing text={t('none')} />
        ) : (
          <Parts r={report.data} a={analysis.data} by={by} cohorts={cohorts} view={view} go={go} filter={filter} />
        ))}
    </div>
  );
}

type PartsProps = { r: Report; a: Analysis | undefined; by: Grouping; cohorts: 'month' | 'quarter'; view: string; go: Go; filter: Search };

function Parts({ r, a, by, cohorts, view, go, filter }: PartsProps) {
  const scope = useScopeName();
  const Parted = r.total.signed.count < 10 ? FewGrid : Grid;
  return (
    <>
      <Counted r={r} filter={filter} />
      <Hero r={r} filter={filter} />
      <Parted r={r} a={a} cohorts={cohorts} view={view} go={go} filter={filter} />
      {a && <Path path={a.path} filter={filter} />}
      <Groups r={r} by={by} go={go} filter={filter} />
      <Basis b={r} more={scope(r.scope)} />
    </>
  );
}

/** Counted describes what the page covers: whose projects, signed in which period. */
function Counted({ r, filter }: { r: Report; filter: Search }) {
  const { t } = useTranslation('report');
  const scope = useScopeName();
  const window = useWindowName();
  return (
    <p className="counted" data-testid="counted">
      {t('counts', { scope: scope(r.scope), window: window(filter), n: r.total.signed.count })}
    </p>
  );
}

/** Export offers the page as a document, a workbook or on paper. */
function Export({ filter }: { filter: Search }) {
  const { t } = useTranslation('report');
  const may = useMay();
  const query = new URLSearchParams(Object.entries(filter).flatMap(([k, v]) => (v ? [[k, v]] : []))).toString();
  const file = (kind: string) => <a href={`/api/v1/reports/conversion/${kind}?${query}`}>{t(`exportAs.${kind}`)}</a>;
  const files = may('export.run') ? ['docx', 'xlsx'].map((kind) => ({ key: kind, label: file(kind) })) : [];
  return (
    <Dropdown trigger={['click']} menu={{ items: [...files, { key: 'print', label: t('exportAs.print'), onClick: () => window.print() }] }}>
      <button type="button" className="quiet">
        {t('export')}
      </button>
    </Dropdown>
  );
}
