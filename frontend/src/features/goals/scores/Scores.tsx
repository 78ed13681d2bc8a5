import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import { useRuleName } from '@/shared/ui/Basis';
import type { Search } from '@/shared/ui/ListPage';
import { useItemName } from '@/shared/ui/ruleNames';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading, Nothing } from '@/shared/ui/State';

type Data = Schemas['AssessmentOut'];
type Unit = Data['units'][number];

/** Scores ranks units by the year's scheme; each score opens to what it was reckoned from. */
export function Scores() {
  const { t } = useTranslation('figures');
  const name = useItemName();
  const rule = useRuleName();
  const [open, setOpen] = useState('');
  const report = useQuery({ queryKey: ['scores'], queryFn: async () => must(await api.GET('/reports/scores')) });
  if (report.isPending) return <Loading />;
  if (report.isError) return <Failed error={report.error} retry={() => report.refetch()} />;
  const r = report.data;
  return (
    <section className="section">
      <h2>{t('scores', { year: r.year })}</h2>
      <p className="small muted">
        {t('known', { on: r.on })} · {rule(r.rule.version)} ·{' '}
        <Link to="/rules" search={{ tab: 'scheme' }} className="figure">
          {r.scheme.name === 'standard' ? t('rules:standardScheme') : r.scheme.name}
        </Link>
      </p>
      <p className="small muted">
        {t('official')}
        {r.units.some((u) => u.items.some((i) => i.points === null)) &&
          t('leftOut', { n: r.scheme.items.reduce((n, i) => n + i.points, 0) })}
      </p>
      {r.units.length === 0 && <Nothing text={t('noScores')} />}
      {r.units.length > 0 && (
        <div className="scroll-x">
          <table className="rates">
            <thead>
              <tr>
                <th>{t('unit')}</th>
                {r.scheme.items.map((i) => (
                  <th key={i.name} className="num">
                    {name(i.name)}
                  </th>
                ))}
                <th className="num">{t('points')}</th>
              </tr>
            </thead>
            <tbody>
              {r.units.map((u) => (
                <Fragment key={u.unit_id}>
                  <tr>
                    <td>
                      <button
                        type="button"
                        className="figure plain"
                        aria-expanded={open === u.unit_id}
                        onClick={() => setOpen(open === u.unit_id ? '' : u.unit_id)}
                      >
                        {u.name}
                      </button>
                    </td>
                    {u.items.map((i, k) => (
                      <td key={i.name} className="num">
                        {points(i.points)} <Deducted points={i.points} item={r.scheme.items[k]} />
                      </td>
                    ))}
                    <td className="num">
                      <b>{points(u.points)}</b> <span className="small muted">/ {points(u.most)}</span>
                      {u.vetoed && <div className="small">{t('vetoed')}</div>}
                    </td>
                  </tr>
                  {open === u.unit_id && (
                    <tr>
                      <td colSpan={r.scheme.items.length + 2}>
                        <Why u={u} scheme={r.scheme} year={r.year} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const points = (v: number | null) => (v === null ? '—' : String(Math.round(v * 100) / 100));

/** Deducted shows how many points were deducted from an item. */
function Deducted({ points: left, item }: { points: number | null; item: Data['scheme']['items'][number] | undefined }) {
  const { t } = useTranslation('figures');
  if (left === null || item?.method !== 'deduction') return null;
  return <span className="small muted">{t('deducted', { of: points(item.points), n: points(item.points - left) })}</span>;
}

function Why({ u, scheme, year }: { u: Unit; scheme: Data['scheme']; year: number }) {
  const { t } = useTranslation('figures');
  const name = useItemName();
  const rows: Record<string, Search> = {
    signed: { signed_from: `${year}-01-01` },
    signed_amount: { signed_from: `${year}-01-01` },
    started: { started_from: `${year}-01-01` },
    in_production: { produced_from: `${year}-01-01` },
  };
  const show = (indicator: string, v: number) => {
    if (indicator === 'funds' || indicator === 'signed_amount') return <Money yuan={v} />;
    return indicator.endsWith('_rate') ? percent(v) : String(v);
  };
  const achieved = (indicator: string, a: Unit['items'][number]['first']) =>
    indicator && (
      <span>
        {t(`rules:indicator.${indicator}`)}{' '}
        {u.seen > 0 ? (
          <Link to="/projects" search={{ unit_id: u.unit_id, ...rows[indicator] }} className="figure">
            {show(indicator, a.actual)}
          </Link>
        ) : (
          show(indicator, a.actual)
        )}
        {a.target !== null && (
          <>
            {' '}
            / {t('target')} {show(indicator, a.target)}
          </>
        )}
      </span>
    );
  const whose = { name: u.name, n: u.projects, seen: u.seen };
  const left = u.items.flatMap((i, k) => (i.points === null ? [t('leftOutItem', { name: name(i.name), n: scheme.items[k]?.points })] : []));
  return (
    <ul className="list">
      {u.seen < u.projects && <li className="small muted">{t(u.seen > 0 ? 'seenOf' : 'seenNone', whose)}</li>}
      {left.length > 0 && <li className="small muted">{t('leftOutOf', { items: left.join(t('and')) })}</li>}
      {u.items.map((i, k) => {
        const item = scheme.items[k];
        if (!item) return null;
        return (
          <li key={i.name}>
            <span className="two">
              <span>
                {name(i.name)} · {t(`rules:method.${item.method}`)} {points(i.points)} / {points(item.points)}
              </span>
              <span className="small">
                {achieved(item.indicator, i.first)} {achieved(item.second, i.second)}
                {i.faults
                  .map((n, j) => `${t(`rules:indicator.${item.faults[j]?.indicator}`)} ${n} × ${item.faults[j]?.per_unit}`)
                  .join('；')}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
