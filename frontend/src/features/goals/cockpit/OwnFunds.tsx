import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { FundsDrillDown } from './DrillDowns';
import { points } from './day';
import { MoneyOutlook } from './MoneyOutlook';
import { Section } from './Section';
import './ownFunds.css';

type Data = Schemas['CockpitOut'];

/** OwnFunds is one unit's money in place against its own target: nobody is ranked against himself. */
export function OwnFunds({ c, u, search }: { c: Data; u: Data['units'][number]; search: Search }) {
  const { t } = useTranslation('cockpit');
  const own = c.scope.kind === 'unit' ? { ...search, unit_id: u.unit_id } : search;
  const aimed = u.done.value !== null;
  const scale = Math.max(u.target, u.reported, 1);
  const at = (n: number) => `${(n / scale) * 100}%`;
  const gap = points(u.gap) === '0.0' ? 'unitEven' : u.gap < 0 ? 'unitBehind' : 'unitAhead';
  return (
    <Section
      className="part-rank own-funds"
      title={t(c.scope.kind === 'unit' ? 'rank.titleOwn' : 'rank.titleMine', { unit: u.name })}
      beside={aimed && t('rank.as', { p: percent(u.pace) })}
    >
      <p className="own-sum">
        <b>
          <FundsDrillDown search={own}>
            <Money yuan={u.actual} />
          </FundsDrillDown>
        </b>
        {aimed && (
          <span className="muted">
            {' '}
            / {t('figures:target')} <Money yuan={u.target} />
          </span>
        )}
        {aimed && (
          <span>
            {t('figures:done')} {percent(u.done.value)}
            {t('comma')}
            {t(`money.${gap}`, { g: points(u.gap) })}
          </span>
        )}
      </p>
      <span className="bullet" aria-hidden="true">
        <i style={{ width: at(u.reported) }} />
        <b style={{ width: at(u.actual) }} />
        {aimed && <s style={{ left: at(u.target * u.pace) }} />}
      </span>
      <p className="fine">
        {t('rank.unverified')}{' '}
        <FundsDrillDown search={own}>
          <Money yuan={u.reported - u.actual} />
        </FundsDrillDown>
        {!aimed && c.scope.kind === 'unit' && `${t('semi')}${t('rank.noTarget', { unit: u.name })}`}
      </p>
      <MoneyOutlook o={c.funds_outlook} />
    </Section>
  );
}
