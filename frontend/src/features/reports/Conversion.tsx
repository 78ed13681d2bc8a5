import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import { DateInput } from '@/shared/ui/FormDrawer';
import type { Search } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { useUnits } from '@/shared/ui/Pick';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Analysis } from './Analysis';
import { Curve, CurveTable } from './Curve';
import { Funnel } from './Funnel';
import { Known } from './Known';
import { Rows } from './Rows';

type Report = Schemas['ConversionOut'];
type Signing = Schemas['SigningOut'];
const groupings = ['unit', 'leader', 'chain', 'channel', 'month'] as const;
type By = (typeof groupings)[number];

export default function Conversion() {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const units = useUnits();
  const options = useOptions();
  const by: By = groupings.find((g) => g === search.by) ?? 'unit';
  const go = (next: Search) => navigate({ to: '.', search: { ...search, ...next } });
  const { by: _, late_entry, ...filter } = search;
  const report = useQuery({
    queryKey: ['conversion', search],
    queryFn: async () =>
      must(await api.GET('/reports/conversion', { params: { query: { ...filter, by, late_entry: late_entry === 'true' } } })),
  });
  const funnel = useQuery({
    queryKey: ['funnel', filter],
    queryFn: async () => must(await api.GET('/reports/funnel', { params: { query: filter } })),
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <div className="filters" style={{ margin: 0 }}>
          <span style={{ width: 150 }}>
            <DateInput label={t('from')} value={search.signed_from} onChange={(v) => go({ signed_from: v })} />
          </span>
          <Select
            aria-label={t('unit')}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('unit')}
            style={{ width: 160 }}
            value={search.unit_id}
            onChange={(v) => go({ unit_id: v })}
            options={units.map((u) => ({ value: u.id, label: u.name }))}
          />
          <Select
            aria-label={t('channelBy')}
            allowClear
            placeholder={t('channelBy')}
            style={{ width: 130 }}
            value={search.channel}
            onChange={(v) => go({ channel: v })}
            options={options('channel')}
          />
        </div>
      </div>
      <Known search={search} go={go} />
      {report.isPending && <Loading />}
      {report.isError && <Failed error={report.error} retry={() => report.refetch()} />}
      {report.data &&
        (report.data.total.signed.count === 0 ? <Nothing text={t('none')} /> : <Figures r={report.data} by={by} go={go} search={filter} />)}
      <Analysis filter={filter} />
      {funnel.data && <Funnel f={funnel.data} filter={filter} />}
    </div>
  );
}

function Figures({ r, by, go, search }: { r: Report; by: By; go: (s: Search) => void; search: Search }) {
  const { t } = useTranslation('report');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const at15 = r.curve.at_months.find((p) => Math.round(p.months) === 15);
  const total = r.total;
  return (
    <>
      <div className="desk section" style={{ borderBottom: '1px solid var(--line)', paddingBottom: 16 }}>
        <div>
          <p className="finding">
            {at15
              ? t('estimate', { m: 15, p: Math.round(at15.started * 100) })
              : t('finding', { n: total.signed.count, s: total.started.count })}
          </p>
          <p>{t('plainSub', { s: total.started.count, n: total.signed.count, w: r.curve.waiting })}</p>
          {r.curve.n < 10 && <p className="muted">{t('small')}</p>}
        </div>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 16 }}>
          <div>
            <div className="muted small">{t('plain')}</div>
            <div style={{ fontSize: 30 }} className="money" data-testid="plain-rate">
              {percent(total.rates.find((x) => x.key === 'start')?.count.value)}
            </div>
            <div className="small">
              <span data-testid="started">
                <Rows n={total.started.count} figure="started" title={t('whole')} filter={search} by="all" />
              </span>{' '}
              / <Rows n={total.signed.count} figure="signed" title={t('whole')} filter={search} by="all" />
            </div>
          </div>
          <div>
            <div className="muted small">{t('waiting')}</div>
            <div style={{ fontSize: 30, color: 'var(--brand)', fontWeight: 700 }} className="money">
              {percent(at15?.started)}
            </div>
            {at15?.lower && at15.upper && (
              <div className="small">{t('interval', { m: 15, l: percent(at15.lower), u: percent(at15.upper) })}</div>
            )}
          </div>
        </div>
      </div>
      <div className="desk section" style={{ marginTop: 16 }}>
        <section>
          <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
            <h2>{t('curve')}</h2>
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
          {r.curve.points.length === 0 ? <p className="muted">{t('small')}</p> : view === 'chart' ? <Curve r={r} /> : <CurveTable r={r} />}
        </section>
        <aside>
          <h2>{t('rates')}</h2>
          <table className="rates">
            <thead>
              <tr>
                <th />
                <th className="num">{t('byCount')}</th>
                <th className="num">{t('byAmount')}</th>
              </tr>
            </thead>
            <tbody>
              {total.rates.map((x) => (
                <tr key={x.key}>
                  <td>{t(x.key)}</td>
                  <td className="num">
                    <b>{percent(x.count.value)}</b>
                    <div className="small muted">{x.count.value !== null && `${x.count.numerator} / ${x.count.denominator}`}</div>
                  </td>
                  <td className="num">
                    <b>{percent(x.amount.value)}</b>
                    <div className="small muted">
                      {x.amount.value !== null && `${(x.amount.numerator / 1e8).toFixed(2)} / ${(x.amount.denominator / 1e8).toFixed(2)}`}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small muted">
            {t('rule')} · {t('printed', { v: r.rule.version, on: r.until, known: r.as_of.slice(0, 10) })} · {t('amountYi')}
          </p>
        </aside>
      </div>
      <section className="section">
        <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <h2>{t('groups')}</h2>
          <Segmented
            size="small"
            value={by}
            onChange={(v) => go({ by: v })}
            options={groupings.map((g) => ({ value: g, label: t(g === 'channel' ? 'channelBy' : g) }))}
          />
        </div>
        <Groups r={r} by={by} filter={search} />
      </section>
    </>
  );
}

function Groups({ r, by, filter }: { r: Report; by: By; filter: Search }) {
  const { t } = useTranslation('report');
  const name = (g: Signing) => (by === 'channel' && g.key ? t(`enums:channel.${g.key}`) : g.name || '—');
  const rows = (g: Signing, figure: 'signed' | 'fulfilling' | 'started' | 'in_production' | 'terminated', n: number) => (
    <Rows n={n} figure={figure} title={name(g)} filter={filter} by={by} group={g.key} />
  );
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="rates">
        <thead>
          <tr>
            <th>{t(by === 'channel' ? 'channelBy' : by)}</th>
            {['signed', 'amountYi', 'fulfilling', 'started', 'inProduction', 'terminated', 'start'].map((k) => (
              <th key={k} className="num">
                {t(k)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {r.groups.map((g) => (
            <tr key={g.key}>
              <td>{name(g)}</td>
              <td className="num">{rows(g, 'signed', g.signed.count)}</td>
              <td className="num">{(g.signed.amount / 1e8).toFixed(2)}</td>
              <td className="num">{rows(g, 'fulfilling', g.fulfilling.count)}</td>
              <td className="num">{rows(g, 'started', g.started.count)}</td>
              <td className="num">{rows(g, 'in_production', g.in_production.count)}</td>
              <td className="num">{rows(g, 'terminated', g.terminated.count)}</td>
              <td className="num">{percent(g.rates.find((x) => x.key === 'start')?.count.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
