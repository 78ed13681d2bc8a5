import { Trans, useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { money, percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { FundsBehind } from '../Behind';
import { moneyText, points } from './day';

type Data = Schemas['CockpitOut'];

/** Lead says the news: starts against the target, money against the even pace, and what waits. */
export function Lead({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  return (
    <section className="lead">
      <h2 className="headline">{headline(c, t)}</h2>
      <p>
        {!c.outlook.known && `${t('tooFew')}${t('stop')}`}
        <MoneyNews c={c} search={search} />
        {t('stop')}
        {c.concerns.total > 0 && <a href="#concerns">{t('wants', { n: c.concerns.total })}</a>}
        {c.concerns.total > 0 && t('stop')}
      </p>
    </section>
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
    <Trans t={t} i18nKey={`money.${key}`} values={values} components={{ rows: <FundsBehind search={of} /> }} />
  );
  const claimed = c.figures[0]?.claimed ?? 0;
  const { value } = c.funds.done;
  if (claimed === 0 && value === null) return <>{t('money.nothing')}</>;
  const gap = c.funds.gap;
  const first =
    value === null
      ? say(c.whole ? 'noTarget' : 'part', { m: yuan(c.funds.actual) })
      : say(points(gap) === '0.0' ? 'even' : gap < 0 ? 'behind' : 'aheadOf', { p: percent(value), g: points(gap) });
  if (c.shortfall.amount === 0)
    return (
      <>
        {first}
        {claimed > 0 && `${t('semi')}${t('money.all')}`}
      </>
    );
  return (
    <>
      {first}
      {t('semi')}
      {say('less', { m: yuan(c.shortfall.amount) })}
      {c.shortfall.units.map((u, i) => (
        <span key={u.unit_id}>
          {t(i === 0 ? 'comma' : 'dun')}
          {say(i === 0 ? 'whose' : 'most', { u: u.name, m: yuan(u.amount) }, { ...search, unit_id: u.unit_id })}
        </span>
      ))}
    </>
  );
}
