import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';

/** Funnel shows how many projects came how far, as bars or as a table. */
export function Funnel({ f, filter }: { f: Schemas['FunnelOut']; filter: Search }) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const { t } = useTranslation('report');
  const most = Math.max(1, ...f.stages.map((s) => s.reached.count));
  return (
    <section className="section">
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <h2>{t('funnel')}</h2>
        <Segmented
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: 'chart', label: t('common:chart') },
            { value: 'table', label: t('common:table') },
          ]}
        />
      </div>
      {view === 'table' && <FunnelTable f={f} filter={filter} />}
      <div className="bars" hidden={view === 'table'}>
        {f.stages.map((s) => (
          <div key={s.stage}>
            <span>{t(`enums:stage.${s.stage}`)}</span>
            <span
              className={`bar ${s.stage === 'SIGNED' || s.stage === 'STARTED' ? 'strong' : ''}`}
              style={{ width: `${(s.reached.count / most) * 100}%` }}
            />
            <span className="money">
              <Link className="figure" to="/projects" search={{ reached: s.stage }}>
                {s.reached.count}
              </Link>{' '}
              <Money yuan={s.reached.amount} />
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

function FunnelTable({ f, filter }: { f: Schemas['FunnelOut']; filter: Search }) {
  const { t } = useTranslation('report');
  const way = useQuery({
    queryKey: ['analysis', filter, ''],
    queryFn: async () => must(await api.GET('/reports/analysis', { params: { query: filter as never } })).path,
  });
  return (
    <div className="scroll-x">
      <table className="rates">
        <thead>
          <tr>
            <th>{t('stage')}</th>
            <th className="num">{t('reached')}</th>
            <th className="num">{t('amountYi')}</th>
            <th className="num">{t('dropOff')}</th>
            <th className="num">{t('daysToNext')}</th>
            <th className="num">{t('standing')}</th>
            <th className="num">{t('amountYi')}</th>
          </tr>
        </thead>
        <tbody>
          {f.stages.map((s, i) => {
            const before = f.stages[i - 1]?.reached.count ?? 0;
            return (
              <tr key={s.stage}>
                <td>{t(`enums:stage.${s.stage}`)}</td>
                <td className="num">{s.reached.count}</td>
                <td className="num">{(s.reached.amount / 1e8).toFixed(2)}</td>
                <td className="num">{before > 0 ? percent(1 - s.reached.count / before) : '—'}</td>
                <td className="num">{way.data?.find((x) => x.stage === s.stage)?.median_days ?? '—'}</td>
                <td className="num">{s.now.count}</td>
                <td className="num">{(s.now.amount / 1e8).toFixed(2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
