import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { shownDay } from '@/shared/lib/eventDay';
import { Basis } from '@/shared/ui/Basis';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { useShare } from '@/shared/ui/useShare';
import type { Grouping } from './figures';

/** Figure names one figure of a report, as the rows behind it are asked for. */
export type Figure = {
  figure: string;
  by?: Grouping;
  group?: string;
  months?: number;
  stage?: string;
};

/** Rows is a figure that opens just the projects it counts: by the same rule, up to the same day, as known then. */
export function Rows({
  children,
  title,
  filter,
  of,
  money,
}: {
  children: ReactNode;
  title?: string;
  filter: Search;
  of: Figure;
  money?: 'funds';
}) {
  const { t } = useTranslation('report');
  const [open, setOpen] = useState(false);
  const query = { ...filter, by: of.by ?? 'all', key: of.group, figure: of.figure, months: of.months, of_stage: of.stage };
  const rows = useQuery({
    queryKey: ['rows', query],
    enabled: open,
    queryFn: async () => must(await api.GET('/reports/rows', { params: { query: query } })),
  });
  const name = of.stage ? t(`enums:stage.${of.stage}`) : t(`figureName.${of.figure}`, { m: of.months });
  return (
    <>
      <button
        type="button"
        className="figure plain"
        aria-label={typeof children === 'object' ? undefined : `${children} ${name}`}
        onClick={() => setOpen(true)}
        data-testid={`rows-${of.figure}`}
      >
        {children}
      </button>
      <Drawer title={[title, name].filter(Boolean).join(' · ')} open={open} onClose={() => setOpen(false)} size={560} destroyOnHidden>
        {rows.isPending && <Loading />}
        {rows.isError && <Failed error={rows.error} retry={() => rows.refetch()} />}
        {rows.data && <Found rows={rows.data} money={money} />}
      </Drawer>
    </>
  );
}

function Found({ rows, money }: { rows: Schemas['RowsOut']; money?: 'funds' | undefined }) {
  const { t } = useTranslation('report');
  return (
    <>
      <p className="muted">
        {t('rowsCount', { n: rows.count })} · <Money yuan={rows.amount} />
      </p>
      <Basis b={rows} />
      <ul className="list">
        {rows.items.map((c) => (
          <li key={c.id}>
            <span className="two">
              <Link to="/projects/$id" params={{ id: c.id }} className="link">
                {c.name}
              </Link>
              <span className="small">
                {[
                  c.responsible_unit,
                  t(`enums:stage.${c.stage}`),
                  c.signed_on && t('signedOn', { on: shownDay(c.signed_on) }),
                  c.started_on && t('startedOn', { on: shownDay(c.started_on) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Money yuan={money ? c.funds_verified : c.counted.amount} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** StartProbabilityRows is an expectation that opens the waiting projects with their chances, which add up to it. */
export function StartProbabilityRows({ children, filter }: { children: ReactNode; filter: Search }) {
  const { t } = useTranslation('report');
  const share = useShare();
  const [open, setOpen] = useState(false);
  const probabilities = useQuery({
    queryKey: ['start-probabilities', filter],
    enabled: open,
    queryFn: async () => must(await api.GET('/reports/start-probabilities', { params: { query: filter } })),
  });
  return (
    <>
      <button type="button" className="figure plain" onClick={() => setOpen(true)} data-testid="start-probabilities">
        {children}
      </button>
      <Drawer title={t('startProbabilities')} open={open} onClose={() => setOpen(false)} size={560} destroyOnHidden>
        {probabilities.isPending && <Loading />}
        {probabilities.isError && <Failed error={probabilities.error} retry={() => probabilities.refetch()} />}
        {probabilities.data && (
          <>
            <p className="muted">
              {t('startProbabilitiesSum', {
                n: probabilities.data.items.length,
                e: probabilities.data.expected.toFixed(1),
                by: probabilities.data.by,
              })}
            </p>
            <Basis b={probabilities.data} />
            <ul className="list">
              {probabilities.data.items.map((h) => (
                <li key={h.id}>
                  <span className="two">
                    <Link to="/projects/$id" params={{ id: h.id }} className="link">
                      {h.name}
                    </Link>
                    <span className="small">{[h.responsible_unit, t('waited', { d: h.wait_days })].join(' · ')}</span>
                  </span>
                  <span className="money">{h.p === null ? <span className="muted small">{t('noLike')}</span> : share(h.p)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Drawer>
    </>
  );
}
