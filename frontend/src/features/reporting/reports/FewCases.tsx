import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { shownDay } from '@/shared/lib/eventDay';
import type { Search } from '@/shared/ui/ListPage';
import { Failed, Loading } from '@/shared/ui/State';
import './fewCases.css';

type Row = Schemas['RowOut'];

/** FewCases is what can be said of fewer than ten signings: each of them, and how long it has waited. */
export function FewCases({ filter }: { filter: Search }) {
  const { t } = useTranslation('report');
  const rows = useQuery({
    queryKey: ['rows', filter, 'few'],
    queryFn: async () => must(await api.GET('/reports/rows', { params: { query: { ...filter, figure: 'signed' } } })),
  });
  if (rows.isPending) return <Loading />;
  if (rows.isError) return <Failed error={rows.error} retry={() => rows.refetch()} />;
  const items = rows.data.items.toSorted((a, b) => (b.wait_days ?? 0) - (a.wait_days ?? 0));
  const longest = Math.max(1, ...items.map((r) => r.wait_days ?? 0));
  return (
    <table className="t few" aria-label={t('few.each')}>
      <thead>
        <tr>
          <th scope="col">{t('few.project')}</th>
          <th scope="col">{t('few.signedOn')}</th>
          <th scope="col" className="r">
            {t('few.days')}
          </th>
          <td aria-hidden="true" />
          <th scope="col">{t('few.end')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((r) => (
          <Line key={r.id} r={r} longest={longest} />
        ))}
      </tbody>
    </table>
  );
}

/** waited is how many days a project waited, as a range where a day is not known exactly. */
const waited = (r: Row) => (r.wait_days === null ? '—' : r.wait_most === r.wait_days ? r.wait_days : `${r.wait_days}—${r.wait_most}`);

function Line({ r, longest }: { r: Row; longest: number }) {
  const { t } = useTranslation('report');
  return (
    <tr data-testid="few-row">
      <th scope="row">
        <Link to="/projects/$id" params={{ id: r.id }} className="link">
          {r.name}
        </Link>
        <small>{r.responsible_unit}</small>
      </th>
      <td className="whole">{r.signed_on && shownDay(r.signed_on)}</td>
      <td className="r">{waited(r)}</td>
      <td className="way" aria-hidden="true">
        <i className={r.wait_end} style={{ width: `${((r.wait_days ?? 0) / longest) * 100}%` }} />
      </td>
      <td className="whole">{t(`few.${r.wait_end}`)}</td>
    </tr>
  );
}
