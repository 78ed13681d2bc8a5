import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';

type Key =
  | 'signed'
  | 'signed_confirmed'
  | 'fulfilling'
  | 'started'
  | 'started_confirmed'
  | 'in_production'
  | 'produced_confirmed'
  | 'terminated'
  | 'waiting';

/** Rows is a figure that opens just the projects it counts: by the same rule, up to the same day, as known then. */
export function Rows({
  n,
  figure,
  title,
  filter,
  by,
  group,
}: {
  n: number;
  figure: Key;
  title: string;
  filter: Search;
  by: string;
  group?: string;
}) {
  const { t } = useTranslation('report');
  const [open, setOpen] = useState(false);
  const rows = useQuery({
    queryKey: ['rows', filter, by, group, figure],
    enabled: open,
    queryFn: async () => must(await api.GET('/reports/rows', { params: { query: { ...filter, by, key: group, figure } as never } })),
  });
  return (
    <>
      <button type="button" className="figure plain" onClick={() => setOpen(true)} data-testid={`rows-${figure}`}>
        {n}
      </button>
      <Drawer title={`${title} · ${t(`figureName.${figure}`)}`} open={open} onClose={() => setOpen(false)} size={560} destroyOnHidden>
        {rows.isPending && <Loading />}
        {rows.isError && <Failed error={rows.error} retry={() => rows.refetch()} />}
        {rows.data && (
          <>
            <p className="muted">{t('rowsCount', { n: rows.data.count })}</p>
            <ul className="list">
              {rows.data.items.map((c) => (
                <li key={c.id}>
                  <span className="two">
                    <Link to="/projects/$id" params={{ id: c.id }} className="link">
                      {c.name}
                    </Link>
                    <span className="small">
                      {[c.responsible_unit, t(`enums:stage.${c.stage}`), c.signed_on].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <Money yuan={c.signed_amount} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Drawer>
    </>
  );
}
