import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { daysBetween } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { FundsDrillDown } from './DrillDowns';
import { shortDay } from './day';
import { Section } from './Section';

type Data = Schemas['CockpitOut'];
type Concern = Data['concerns']['items'][number];

/** Concerns are what wants the leader: what it is, how much is at stake, how long it has been so, and one way in. */
export function Concerns({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const { items } = c.concerns;
  return (
    <Section className="part-concerns" id="concerns" title={t('fig.concerns')} beside={items.length > 0 && t('concernsNote')}>
      {items.length === 0 && <p className="muted">{t('noConcerns')}</p>}
      <ul className="concerns">
        {items.map((x) => (
          <li key={`${x.kind}${x.project_id}${x.reason}`}>
            <p className="about">
              <span>{x.project ? [x.project, x.unit].join(' · ') : t(`kinds.${x.kind}`)}</span>
              {x.amount > 0 && (
                <span className="whole">
                  {t(x.kind === 'unseen' ? 'unseenMoney' : 'atStake')} <Money yuan={x.amount} />
                </span>
              )}
            </p>
            <Ask x={x} />
            <p className="clock">
              <Age x={x} on={c.on} />
              <Way x={x} c={c} search={search} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Ask({ x }: { x: Concern }) {
  const { t } = useTranslation('cockpit');
  const reason =
    x.kind === 'suspicion' ? t(`enums:suspicion.${x.reason}`) : x.reason && t(`enums:reason.${x.reason}`, { defaultValue: x.reason });
  const turned = x.kind === 'red' && x.was !== '' && x.was !== 'red';
  return <p className="ask">{t(`ask.${turned ? 'redTurned' : x.kind}`, { reason, n: x.n, c: t(`short.${x.was || 'none'}`) })}</p>;
}

function Age({ x, on }: { x: Concern; on: string }) {
  const { t, i18n } = useTranslation('cockpit');
  if (!x.since) return <span />;
  const what = x.kind === 'red' ? x.reason : x.kind;
  // Silence is a waiting time, in calendar days as the light's rule counts it; the others are late by working days.
  const n = what === 'silent' ? daysBetween(x.since, on) : x.workdays;
  return <span>{t(`since.${what}`, { on: shortDay(x.since, on, i18n.language), n })}</span>;
}

function Way({ x, c, search }: { x: Concern; c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  if (x.kind === 'unseen') return <FundsDrillDown search={{ ...search, unseen_by: c.concerns.unseen_by }}>{t('open.list')}</FundsDrillDown>;
  if (x.kind === 'should_start')
    return (
      <Link to="/projects" search={{ ...search, should_have_begun: c.on }}>
        {t('open.list')}
      </Link>
    );
  if (x.kind === 'suspicion')
    return (
      <Link to="/suspicions" search={{ state: 'open' }}>
        {t('open.suspicion')}
      </Link>
    );
  return (
    <Link to="/projects/$id" params={{ id: x.project_id }}>
      {t('open.project')}
    </Link>
  );
}
