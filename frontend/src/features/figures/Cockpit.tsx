import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import { Light } from '@/shared/ui/Light';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { FundsBehind, LightsBehind } from './Behind';
import { MoneyOutlook } from './MoneyOutlook';

type Data = Schemas['CockpitOut'];

/** Cockpit is a leader's front page: the news, a few numbers, what is to be expected, and what wants the leader. */
export default function Cockpit() {
  const { t } = useTranslation('figures');
  const search: Search = useSearch({ strict: false });
  const county = useMe()?.county_name ?? '';
  const report = useQuery({
    queryKey: ['cockpit', search],
    queryFn: async () => must(await api.GET('/reports/cockpit', { params: { query: search } })),
  });
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      const typing = e.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName);
      if (e.key.toLowerCase() === 'f' && !e.isComposing && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) void full();
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, []);
  if (report.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (report.isError) return <Failed error={report.error} retry={() => report.refetch()} />;
  const c = report.data;
  const at15 = c.curve.at_months.find((p) => p.months === 15);
  return (
    <div className="page cockpit" id="cockpit">
      <div className="page-head">
        <div>
          <h1>
            {county}
            {t('cockpit')}
          </h1>
          <div className="sub">
            {t('known', { on: c.on })} · {t('rule', { v: c.rule.version })}
          </div>
        </div>
        <div className="no-print" style={{ display: 'flex', gap: 8 }}>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Button onClick={full} aria-keyshortcuts="f">
            {t('full')}
          </Button>
        </div>
      </div>
      <p className="finding">{headline(c, t)}</p>
      {c.outlook.known && (
        <p className="muted">
          {t('range', { l: c.outlook.low, h: c.outlook.high, w: c.outlook.waiting, x: c.outlook.without_like })}
          {c.outlook.chance_of_target !== null && ` · ${t('chance', { p: percent(c.outlook.chance_of_target) })}`}
        </p>
      )}
      <MoneyOutlook o={c.funds_outlook} />
      <section className="numbers">
        {c.figures.map((f) => (
          <Figure key={f.key} f={f} before={c.before} rows={rowsOf(f.key, c.since, c.on)} search={search} year={c.on.slice(0, 4)} />
        ))}
      </section>
      <div className="cockpit-cols">
        <section className="section">
          <h2>{t('path')}</h2>
          <Path path={c.path} />
          <p className="small muted">{t('plain', { p: percent(c.plain.value), q: percent(at15?.started) })}</p>
        </section>
        <section className="section">
          <h2>
            {t('lights')}{' '}
            {['red', 'yellow', 'green', 'none'].map((k) => (
              <span key={k} className="small" style={{ marginLeft: 8 }}>
                <Light colour={k} /> <LightsBehind colour={k} n={c.lights.counts[k] ?? 0} search={search} />
              </span>
            ))}
          </h2>
          <ul className="list">
            {c.lights.items.map((l) => (
              <li key={l.id}>
                <span className="two">
                  <Link to="/projects/$id" params={{ id: l.id }} className="link">
                    {l.name}
                  </Link>
                  <span className="small">
                    {l.responsible_unit} {l.reason && `· ${t(`enums:reason.${l.reason}`)}`}
                  </span>
                </span>
                <Light colour={l.colour} />
              </li>
            ))}
          </ul>
          <h2>{t('units')}</h2>
          <Units units={c.units} />
        </section>
        <section className="section">
          <h2>{t('concerns')}</h2>
          {c.concerns.length === 0 && <p className="muted">{t('noConcerns')}</p>}
          <ul className="list">
            {c.concerns.map((x) => (
              <li key={`${x.kind}${x.project_id}${x.reason}`}>
                <span className="two">
                  <Link to="/projects/$id" params={{ id: x.project_id }} className="link">
                    {x.project}
                  </Link>
                  <span className="small">
                    {x.unit} · {x.kind === 'suspicion' ? t(`enums:suspicion.${x.reason}`) : t(`enums:reason.${x.reason}`)}
                  </span>
                </span>
                {x.amount > 0 && <Money yuan={x.amount} />}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

async function full() {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.getElementById('cockpit')?.requestFullscreen();
}

function headline(c: Data, t: (key: string, values?: Record<string, unknown>) => string): string {
  const values = { d: c.days_left, n: Math.round(c.outlook.expected), t: c.outlook.target };
  if (!c.outlook.known) return t('headlinePlain', { d: c.days_left, n: c.outlook.started_so_far });
  return t(c.outlook.target === null ? 'headline' : 'headlineTarget', values);
}

const rowsOf = (key: string, since: string, on: string): Search => {
  const all: Record<string, Search> = {
    started: { started_from: `${on.slice(0, 4)}-01-01` },
    signed: { signed_from: since },
    negotiating: { reached: 'NEGOTIATING', not_reached: 'SIGNED', going: 'true' },
    in_production: { produced_from: since },
  };
  return all[key] ?? { reached: 'SIGNED' };
};

function Figure({
  f,
  before,
  rows,
  search,
  year,
}: {
  f: Data['figures'][number];
  before: string;
  rows: Search;
  search: Search;
  year: string;
}) {
  const { t } = useTranslation('figures');
  const yuan = f.unit === 'yuan';
  const change = (yuan ? f.confirmed : f.claimed) - f.before;
  const show = (n: number) => (yuan ? <Money yuan={n} /> : n);
  return (
    <div>
      <div className="muted small">{t(`fig.${f.key}`)}</div>
      <div className="big">
        {yuan ? (
          <FundsBehind search={search} since={`${year}-01-01`}>
            {show(f.confirmed)}
          </FundsBehind>
        ) : (
          <Link to="/projects" search={{ ...search, ...rows }} className="figure">
            {show(f.claimed)}
          </Link>
        )}
        {!yuan && (
          <span className="small muted">
            {' '}
            {t('count')} · <Money yuan={f.amount} />
          </span>
        )}
      </div>
      <div className="small">
        {t('verified')} {show(f.confirmed)} · {t('reported')} {show(f.claimed)}
      </div>
      <div className="small muted">
        {change === 0 ? (
          t('flat')
        ) : (
          <>
            {change > 0 && '+'}
            {show(change)}
          </>
        )}{' '}
        {t('change', { on: before.slice(0, 7) })}
      </div>
    </div>
  );
}

function Path({ path }: { path: Data['path'] }) {
  const { t } = useTranslation('figures');
  return (
    <table className="rates">
      <thead>
        <tr>
          <th>{t('stage')}</th>
          <th className="num">{t('count')}</th>
          <th className="num">{t('amount')}</th>
          <th className="num">{t('ofBefore')}</th>
          <th className="num">{t('median')}</th>
        </tr>
      </thead>
      <tbody>
        {path.map((p) => (
          <tr key={p.stage}>
            <td>{t(`enums:stage.${p.stage}`)}</td>
            <td className="num">
              <Link to="/projects" search={{ reached: p.stage }} className="figure">
                {p.reached.count}
              </Link>
            </td>
            <td className="num">
              <Money yuan={p.reached.amount} />
            </td>
            <td className="num">{p.of_before.value === null ? '—' : percent(p.of_before.value)}</td>
            <td className="num">{p.median_days ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Units({ units }: { units: Data['units'] }) {
  const { t } = useTranslation('figures');
  if (units.length === 0) return <p className="muted">—</p>;
  return (
    <table className="rates">
      <thead>
        <tr>
          <th>{t('unit')}</th>
          <th className="num">{t('verified')}</th>
          <th className="num">{t('target')}</th>
          <th className="num">{t('done')}</th>
          <th className="num">{t('gap')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((u) => (
          <tr key={u.unit_id}>
            <td>
              <Link to="/projects" search={{ unit_id: u.unit_id }} className="figure">
                {u.name}
              </Link>
            </td>
            <td className="num">
              <Money yuan={u.actual} />
            </td>
            <td className="num">{u.target > 0 ? <Money yuan={u.target} /> : '—'}</td>
            <td className="num">{u.done.value === null ? '—' : percent(u.done.value)}</td>
            <td className="num">{u.done.value === null ? '—' : u.gap.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
