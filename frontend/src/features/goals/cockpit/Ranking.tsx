import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTargetBreakdown } from '@/features/reporting/targets';
import type { Schemas } from '@/shared/api/client';
import { money, percent } from '@/shared/lib/format';
import { useMay } from '@/shared/session/me';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { FundsDrillDown } from './DrillDowns';
import { moneyText, points } from './day';
import { MoneyOutlook } from './MoneyOutlook';
import { OwnFunds } from './OwnFunds';
import { Section } from './Section';
import { isWhole } from './window';

type Data = Schemas['CockpitOut'];
type Line = { name: string; reported: number; actual: number; target: number; value: number | null; gap: number };

// Above so many the middle is folded: a leader looks at the first and the last.
const most = 12;
const ends = 4;
// A bar beyond so many percent of the target is cut: its number says how far it is.
const mostShown = 130;

/** Ranking is every unit's money in place against its target, verified over reported, with one line for the even pace; where fewer than two have a target nobody is ranked. */
export function Ranking({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const [all, setAll] = useState(false);
  const handed = useTargetBreakdown();
  const down = c.allotments.find((a) => a.indicator === 'funds');
  const may = useMay();
  const ranked = c.units.filter((u) => u.done.value !== null);
  const shown = new Set(all || c.units.length <= most ? c.units : folded(c.units, ranked));
  const fund = c.figures[0];
  const scale = Math.min(
    mostShown,
    Math.max(
      100,
      ...ranked.map((u) => (u.reported / u.target) * 100),
      c.funds.target > 0 ? (100 * (fund?.claimed ?? 0)) / c.funds.target : 0,
    ),
  );
  const units = (u: Data['units'][number]): Line => ({ ...u, value: u.done.value });
  const [only] = c.units;
  if (only && c.units.length === 1 && c.scope.kind !== 'county') return <OwnFunds c={c} u={only} search={search} />;
  const ranks = ranked.length > 1;
  const title = t(ranks || c.units.length === 0 ? 'rank.title' : 'rank.titleFew');
  return (
    <Section className="part-rank" title={title} beside={ranked.length > 0 && <span>{t('rank.as', { p: percent(c.funds.pace) })}</span>}>
      {c.units.length === 0 ? (
        <p className="muted">
          {t('rank.none')} {may('rule.manage') && <Link to="/targets">{t('rank.noneTarget')}</Link>}
        </p>
      ) : (
        <table className="plain-table rank" aria-label={title}>
          <thead>
            <tr>
              <td />
              <th>{t('rank.unit')}</th>
              <td className="bars-cell" />
              <th className="num">{t('rank.sum')}</th>
              <th className="num">{t('rank.done')}</th>
              <th className="num">{t('rank.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {c.units.map((u, i) =>
              shown.has(u) ? (
                <tr key={u.unit_id}>
                  <td className="num muted">{ranks && u.done.value !== null ? i + 1 : ''}</td>
                  <td>
                    <Link to="/projects" search={{ ...search, unit_id: u.unit_id }} className="figure">
                      {u.name}
                    </Link>
                  </td>
                  <Cells u={units(u)} pace={c.funds.pace} scale={scale} search={{ ...search, unit_id: u.unit_id }} />
                </tr>
              ) : null,
            )}
            {c.units.length > most && (
              <tr>
                <td />
                <td colSpan={5}>
                  <button type="button" className="as-table" onClick={() => setAll(!all)}>
                    {all ? t('rank.less') : t('rank.more', { n: c.units.length - shown.size })}
                  </button>
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td>{t(isWhole(c, search) ? 'rank.whole' : 'rank.seen')}</td>
              <Cells
                u={{ ...c.funds, name: '', reported: fund?.claimed ?? 0, value: c.funds.done.value }}
                pace={c.funds.pace}
                scale={scale}
                search={search}
              />
            </tr>
          </tfoot>
        </table>
      )}
      {down && (
        <p className="fine" data-testid="handed">
          {handed(down, false)}
          {t('stop')}
        </p>
      )}
      {(fund?.claimed ?? 0) > 0 && <MoneyOutlook o={c.funds_outlook} />}
    </Section>
  );
}

/** folded keeps the first and the last of those ranked. */
function folded<T>(units: T[], ranked: T[]): T[] {
  return ranked.length > ends * 2 ? [...ranked.slice(0, ends), ...ranked.slice(-ends)] : units.slice(0, ends * 2);
}

function Cells({ u, pace, scale, search }: { u: Line; pace: number; scale: number; search: Search }) {
  const { t } = useTranslation('cockpit');
  const of = (n: number) => `${Math.min(100, ((n / u.target) * 100 * 100) / scale)}%`;
  const text = (n: number) => moneyText(money(n), (k) => t(`common:${k}`));
  return (
    <>
      <td className="bars-cell">
        {u.target > 0 && (
          <span className="bullet" aria-hidden="true" title={t('rank.share', { u: u.name, v: text(u.actual), r: text(u.reported) })}>
            <i style={{ width: of(u.reported) }} />
            <b style={{ width: of(u.actual) }} />
            <s style={{ left: `${(pace * 100 * 100) / scale}%` }} />
          </span>
        )}
      </td>
      <td className="num nowrap">
        <FundsDrillDown search={search}>
          <Money yuan={u.actual} />
        </FundsDrillDown>
        <span className="muted"> / {u.target > 0 ? <Money yuan={u.target} /> : '—'}</span>
      </td>
      <td className="num">{u.value === null ? '—' : (u.value * 100).toFixed(1)}</td>
      <td className={u.gap <= -30 ? 'num strong nowrap' : 'num nowrap'}>{gap()}</td>
    </>
  );

  function gap() {
    if (u.value === null) return '—';
    if (points(u.gap) === '0.0') return t('rank.even');
    return t(u.gap > 0 ? 'rank.over' : 'rank.behind', { n: points(u.gap) });
  }
}
