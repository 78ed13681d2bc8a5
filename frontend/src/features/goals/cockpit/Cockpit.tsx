import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import type { Search } from '@/shared/ui/ListPage';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Concerns } from './Concerns';
import { Foot } from './Foot';
import { KeyProjects } from './KeyProjects';
import { Lead } from './Lead';
import { Masthead } from './Masthead';
import { PathPart } from './PathPart';
import { Ranking } from './Ranking';
import { useTable } from './Section';
import { StartsPart } from './StartsPart';
import { Tiles } from './Tiles';
import { Watermark } from './Watermark';
import './cockpit.css';
import './parts.css';
import './widths.css';
import '@/shared/ui/chart/charts.css';

/** Cockpit is a leader's front page 驾驶舱: the news, a few numbers, what is to be expected and why, and what wants the leader. */
export default function Cockpit() {
  const { t } = useTranslation('cockpit');
  const { table: _, ...search }: Search = useSearch({ strict: false });
  const [table, setTable] = useTable('all');
  const may = useMay();
  const report = useQuery({
    queryKey: ['cockpit', search],
    queryFn: async () => must(await api.GET('/reports/cockpit', { params: { query: search } })),
  });
  if (report.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (report.isError) return <Failed error={report.error} retry={() => report.refetch()} />;
  const c = report.data;
  const none = c.path[0]?.reached.count === 0;
  return (
    <div className="page cockpit" data-testid="cockpit">
      <Watermark />
      <div className="cockpit-page">
        <Masthead c={c} table={table} setTable={setTable} />
        {none ? (
          <Nothing text={t('empty')} action={may('import.run') && <Link to="/imports">{t('import')}</Link>} />
        ) : (
          <>
            <Lead c={c} search={search} />
            <Tiles c={c} search={search} />
            <div className="cockpit-parts">
              <div className="parts-left">
                <StartsPart c={c} search={search} />
                <PathPart c={c} search={search} />
              </div>
              <div className="parts-middle">
                <KeyProjects c={c} search={search} />
                <Ranking c={c} search={search} />
              </div>
              <Concerns c={c} search={search} />
            </div>
          </>
        )}
        <Foot c={c} at={report.dataUpdatedAt} />
      </div>
    </div>
  );
}
