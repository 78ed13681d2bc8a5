import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { Basis } from '@/shared/ui/Basis';
import { DrillDown } from '@/shared/ui/DrillDown';
import { Light } from '@/shared/ui/Light';
import type { Search } from '@/shared/ui/ListPage';
import { useLightWhy } from '@/shared/ui/lightWhy';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';

/** FundsDrillDown is money in place that opens the entries it is the sum of. */
export function FundsDrillDown({ children, search }: { children?: ReactNode; search: Search }) {
  const { t } = useTranslation('figures');
  return (
    <DrillDown label={children} title={t('fundRows')}>
      {() => <FundRows search={search} />}
    </DrillDown>
  );
}

function FundRows({ search }: { search: Search }) {
  const { t } = useTranslation('figures');
  const rows = useQuery({
    queryKey: ['fund-rows', search],
    queryFn: async () => must(await api.GET('/reports/funds', { params: { query: search } })),
  });
  if (rows.isPending) return <Loading />;
  if (rows.isError) return <Failed error={rows.error} retry={() => rows.refetch()} />;
  const { sum, items } = rows.data;
  return (
    <>
      <p>
        {t('reported')} <Money yuan={sum.reported} /> · {t('verified')} <Money yuan={sum.verified} /> ·{' '}
        {t('entriesOf', { n: sum.entries, w: sum.waiting })}
      </p>
      <Basis b={rows.data} />
      <ul className="list">
        {items.map((r) => (
          <li key={`${r.project_id}${r.voucher}`}>
            <span className="two">
              <Link to="/projects/$id" params={{ id: r.project_id }} className="link">
                {r.project}
              </Link>
              <span className="small">{[r.unit, t(`enums:fundCategory.${r.category}`), r.paid_on, r.voucher].join(' · ')}</span>
            </span>
            <span className="num small">
              <Money yuan={r.amount} />
              <div>{r.verified === null ? t('waiting') : <Money yuan={r.verified} />}</div>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** LightsDrillDown is a count of lights of one colour that opens their projects, each with its reason. */
export function LightsDrillDown({ colour, n, search }: { colour: string; n: number; search: Search }) {
  const { t } = useTranslation('enums');
  return (
    <DrillDown label={n} title={t(`colour.${colour}`)}>
      {() => <LightRows search={{ ...search, colour }} />}
    </DrillDown>
  );
}

function LightRows({ search }: { search: Search }) {
  const { t } = useTranslation('figures');
  const why = useLightWhy();
  const lights = useQuery({
    queryKey: ['lights', search],
    queryFn: async () => must(await api.GET('/reports/lights', { params: { query: search } })),
  });
  if (lights.isPending) return <Loading />;
  if (lights.isError) return <Failed error={lights.error} retry={() => lights.refetch()} />;
  const { colours } = lights.data;
  const by = t('lightsBy', { name: colours.name === 'standard' ? t('standardLights') : colours.name });
  return (
    <>
      <Basis b={lights.data} more={by} />
      <ul className="list">
        {lights.data.items.map((l) => (
          <li key={l.id}>
            <span className="two">
              <Link to="/projects/$id" params={{ id: l.id }} className="link">
                {l.name}
              </Link>
              <span className="small">
                {l.responsible_unit} · {why(l)}
              </span>
            </span>
            <Light colour={l.colour} />
          </li>
        ))}
      </ul>
    </>
  );
}
