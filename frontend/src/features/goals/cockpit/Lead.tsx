import { useSearch } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { money, percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { FundsDrillDown } from './DrillDowns';
import { moneyText, points } from './day';
import { isWhole } from './window';

type Data = Schemas['CockpitOut'];

/** Lead is the opening paragraph: what the page covers, starts against the target, money against an even pace, and what is waiting. */
export function Lead({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  return (
    <section className="lead">
      <h2 className="headline">{headline(c, t)}</h2>
      <p>
        <Of c={c} />
        {!c.outlook.known && `${t('tooFew')}${t('stop')}`}
        <MoneyNews c={c} search={search} />
        {t('stop')}
        {c.concerns.total > 0 && <a href="#concerns">{t('wants', { n: c.concerns.total })}</a>}
        {c.concerns.total > 0 && t('stop')}
      </p>
    </section>
  );
}

/** Of states first what the page leaves out: a part is not the county. */
function Of({ c }: { c: Data }) {
  const { t } = useTranslation('cockpit');
  const { unit_id }: Search = useSearch({ strict: false });
  if (c.scope.kind === 'county') return null;
  const kind = c.scope.kind === 'unit' && unit_id ? 'unitOnly' : c.scope.kind;
  return (
    <b data-testid="of">
      {t(`of.${kind}`, { unit: c.scope.unit, n: c.path[0]?.reached.count })}
      {t('stop')}
    </b>
  );
}

function headline(c: Data, t: (key: string, values: Record<string, unknown>) => string): string {
  const { known, target, expected, started_so_far } = c.outlook;
  const n = known ? Math.round(expected) : started_so_far;
  const kind = known ? 'expected' : 'counted';
  const how = target === null ? '' : n < target ? 'Short' : 'Enough';
  return t(`head.${kind}${how}`, { d: c.days_left, n, t: target, g: (target ?? 0) - n });
}

function MoneyNews({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const yuan = (n: number) => moneyText(money(n), (u) => t(`common:${u}`));
  const say = (key: string, values: Record<string, string>, of: Search = search) => (
    <Trans t={t} i18nKey={`money.${key}`} values={values} components={{ rows: <FundsDrillDown search={of} /> }} />
  );
  const claimed = c.figures[0]?.claimed ?? 0;
  const aimed = c.units.filter((u) => u.done.value !== null);
  if (claimed === 0 && c.funds.done.value === null && aimed.length === 0) return <>{t('money.nothing')}</>;
  const pace = (gap: number, [behind, ahead, even]: [string, string, string]) => (points(gap) === '0.0' ? even : gap < 0 ? behind : ahead);
  const first = () => {
    if (c.funds.done.value !== null)
      return say(pace(c.funds.gap, ['behind', 'aheadOf', 'even']), { p: percent(c.funds.done.value), g: points(c.funds.gap) });
    const own = aimed.length === 1 && c.scope.kind === 'unit' ? aimed[0] : undefined;
    if (!own) return say(isWhole(c, search) ? 'noTarget' : 'part', { m: yuan(c.funds.actual) });
    return (
      <>
        {say('unit', { u: own.name, p: percent(own.done.value) }, { ...search, unit_id: own.unit_id })}
        {t(`money.${pace(own.gap, ['unitBehind', 'unitAhead', 'unitEven'])}`, { g: points(own.gap) })}
      </>
    );
  };
  if (c.shortfall.amount === 0)
    return (
      <>
        {first()}
        {claimed > 0 && `${t('semi')}${t('money.all')}`}
      </>
    );
  return (
    <>
      {first()}
      {t('semi')}
      {say('less', { m: yuan(c.shortfall.amount) })}
      {c.units.length > 1 &&
        c.shortfall.units.map((u, i) => (
          <span key={u.unit_id}>
            {t(i === 0 ? 'comma' : 'dun')}
            {say(i === 0 ? 'whose' : 'most', { u: u.name, m: yuan(u.amount) }, { ...search, unit_id: u.unit_id })}
          </span>
        ))}
    </>
  );
}
