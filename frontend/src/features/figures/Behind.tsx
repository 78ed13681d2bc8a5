import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { Light } from '@/shared/ui/Light';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';

/** FundsBehind is money in place that opens the entries it is the sum of. */
export function FundsBehind({ children, search, since }: { children: ReactNode; search: Search; since: string }) {
  const { t } = useTranslation('figures');
  const [open, setOpen] = useState(false);
  const filter = search;
  const rows = useQuery({
    queryKey: ['fund-rows', filter, since],
    enabled: open,
    queryFn: async () => must(await api.GET('/reports/funds', { params: { query: { ...filter, from: since } as never } })),
  });
  return (
    <Opening label={children} title={t('fundRows')} open={open} set={setOpen}>
      {rows.isPending && <Loading />}
      {rows.isError && <Failed error={rows.error} retry={() => rows.refetch()} />}
      {rows.data && (
        <>
          <p>
            {t('reported')} <Money yuan={rows.data.sum.reported} /> · {t('verified')} <Money yuan={rows.data.sum.verified} /> ·{' '}
            {t('entriesOf', { n: rows.data.sum.entries, w: rows.data.sum.waiting })}
          </p>
          <ul className="list">
            {rows.data.items.map((r) => (
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
      )}
    </Opening>
  );
}

/** LightsBehind is a count of lights that opens their projects, each with its reason. */
export function LightsBehind({ colour, n, search }: { colour: string; n: number; search: Search }) {
  const { t } = useTranslation('figures');
  const [open, setOpen] = useState(false);
  const lights = useQuery({
    queryKey: ['lights', search],
    enabled: open,
    queryFn: async () => must(await api.GET('/reports/lights', { params: { query: search as never } })),
  });
  return (
    <Opening label={n} title={t(`enums:colour.${colour}`)} open={open} set={setOpen}>
      {lights.isPending && <Loading />}
      {lights.isError && <Failed error={lights.error} retry={() => lights.refetch()} />}
      <ul className="list">
        {lights.data?.items
          .filter((l) => l.colour === colour)
          .map((l) => (
            <li key={l.id}>
              <span className="two">
                <Link to="/projects/$id" params={{ id: l.id }} className="link">
                  {l.name}
                </Link>
                <span className="small">
                  {l.responsible_unit} {l.reason && `· ${t(`enums:reason.${l.reason}`, { defaultValue: l.reason })}`}{' '}
                  {Object.entries(l.measured)
                    .map(([k, v]) => `${t(`rules:measure.${k}`)} ${Math.round(v * 10) / 10}`)
                    .join('；')}
                </span>
              </span>
              <Light colour={l.colour} />
            </li>
          ))}
      </ul>
    </Opening>
  );
}

function Opening(p: { label: ReactNode; title: string; open: boolean; set: (open: boolean) => void; children: ReactNode }) {
  return (
    <>
      <button type="button" className="figure plain" onClick={() => p.set(true)}>
        {p.label}
      </button>
      <Drawer title={p.title} open={p.open} onClose={() => p.set(false)} size={560} destroyOnHidden>
        {p.children}
      </Drawer>
    </>
  );
}
