import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { MoneyOutlook } from '../figures/MoneyOutlook';

type Data = Schemas['AnalysisOut'];
const comparisons = ['led', 'referral', 'channel', 'chain', 'unit', 'size'] as const;
type Compare = (typeof comparisons)[number];

/** Analysis shows batches by how long they were watched, two groups side by side, and what may be expected this year. */
export function Analysis({ filter }: { filter: Search }) {
  const { t } = useTranslation('report');
  const [compare, setCompare] = useState<Compare>('led');
  const report = useQuery({
    queryKey: ['analysis', filter, compare],
    queryFn: async () => must(await api.GET('/reports/analysis', { params: { query: { ...filter, compare, cohorts: 'quarter' } } })),
  });
  if (!report.data || report.data.cohorts.length === 0) return null;
  const r = report.data;
  return (
    <div className="desk section" style={{ marginTop: 24 }}>
      <section>
        <h2>{t('cohorts')}</h2>
        <div className="scroll-x">
          <Cohorts r={r} />
        </div>
        <p className="small muted">{t('cohortsNote')}</p>
        {r.outlook.known && (
          <p>
            {t('outlook', {
              s: r.outlook.started_so_far,
              e: r.outlook.expected.toFixed(1),
              l: r.outlook.low,
              h: r.outlook.high,
              x: r.outlook.without_like,
            })}
          </p>
        )}
        <MoneyOutlook o={r.funds_outlook} />
      </section>
      <aside>
        <h2>{t('compare')}</h2>
        <Segmented
          size="small"
          value={compare}
          onChange={setCompare}
          options={comparisons.map((c) => ({ value: c, label: t(`compareBy.${c}`) }))}
        />
        <Comparison c={r.compare} />
      </aside>
    </div>
  );
}

function Cohorts({ r }: { r: Data }) {
  const { t } = useTranslation('report');
  return (
    <table className="rates">
      <thead>
        <tr>
          <th>{t('batch')}</th>
          <th className="num">{t('signed')}</th>
          <th className="num">{t('amountYi')}</th>
          {r.cohorts[0]?.started_by.map((c) => (
            <th key={c.months} className="num">
              {t('within', { m: c.months })}
            </th>
          ))}
          <th className="num">{t('started')}</th>
          <th className="num">{t('plain')}</th>
          <th className="num">{t('terminated')}</th>
          <th className="num">{t('waitingNow')}</th>
        </tr>
      </thead>
      <tbody>
        {r.cohorts.map((c) => (
          <tr key={c.key}>
            <td>{c.key}</td>
            <td className="num">{c.signed.count}</td>
            <td className="num">
              <Money yuan={c.signed.amount} />
            </td>
            {c.started_by.map((x) => (
              <td key={x.months} className="num">
                {x.started ?? <span className="muted small">{t('notYet')}</span>}
                {x.lower !== null && x.upper !== null && c.signed.count >= 10 && (
                  <div className="small muted">
                    {percent(x.lower)}—{percent(x.upper)}
                  </div>
                )}
              </td>
            ))}
            <td className="num">{c.started}</td>
            <td className="num">{percent(c.rate.value)}</td>
            <td className="num">{c.terminated}</td>
            <td className="num">{c.waiting}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Comparison({ c }: { c: Data['compare'] }) {
  const { t } = useTranslation('report');
  const { t: enums } = useTranslation('enums');
  const name = (g: Data['compare']['groups'][number]) => {
    if (c.by === 'led' || c.by === 'referral') return t(`compareKey.${c.by}.${g.key}`);
    if (c.by === 'channel') return g.key ? enums(`channel.${g.key}`) : '—';
    return g.name || g.key || '—';
  };
  return (
    <>
      <table className="rates">
        <tbody>
          {c.groups.map((g) => (
            <tr key={g.key}>
              <td>{name(g)}</td>
              <td className="num">{t('nOf', { n: g.n })}</td>
              <td className="num">
                {g.share === null ? <span className="muted small">{t('tooFew')}</span> : percent(g.share)}
                {g.lower !== null && g.upper !== null && (
                  <span className="small muted">
                    {' '}
                    {percent(g.lower)}—{percent(g.upper)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">
        {t('notRandom')} {c.tested && t('logrank', { p: c.p.toFixed(2) })} {c.tested && c.overlap && t('overlap')}
      </p>
    </>
  );
}
