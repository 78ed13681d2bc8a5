import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { Bar } from '@/shared/ui/Bars';
import { Part } from './Part';

type Desk = Schemas['LeadDeskOut'];

/** Idle is one's own leads on which nothing happened for long: the bar runs to the day they ought to be released. */
export function Idle({ desk }: { desk: Desk }) {
  const { t } = useTranslation('desk');
  if (desk.idle.length === 0) return null;
  return (
    <Part
      id="idle"
      title={t('idle')}
      n={desk.idle_count}
      note={t('idleNote', { n: desk.release_days })}
      more={<Link to="/leads">{t('nav:leads')}</Link>}
    >
      <ul className="idle">
        {desk.idle.map((l) => {
          const left = desk.release_days - l.days;
          return (
            <li key={l.id}>
              <Link to="/leads/$id" params={{ id: l.id }} title={l.subject}>
                {l.company}
              </Link>
              <span className={left <= 2 ? 'bad' : ''}>{left > 0 ? t('idleLeft', { n: left }) : t('idleOver', { n: l.days })}</span>
              <Bar value={l.days} scale={desk.release_days} pace={desk.reminder_days / desk.release_days} />
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

const steps = ['leads', 'valid', 'negotiating', 'intended', 'signed', 'started'] as const;

/** Way is how far the leads reported this year have come; each share is of the step before. */
export function Way({ way }: { way: NonNullable<Desk['way']> }) {
  const { t } = useTranslation('desk');
  if (way.leads === 0) return null;
  return (
    <Part id="way" title={t(way.unit ? 'unitWay' : 'ownWay')} note={t('thisYear')} more={<span>{t('rate')}</span>}>
      <dl className="way">
        {steps.map((key, i) => {
          const before = i > 0 ? way[steps[i - 1] ?? key] : 0;
          return (
            <div key={key}>
              <dt>{t(`step.${key}`)}</dt>
              <dd>
                <span className="strip" aria-hidden="true">
                  <i className={key === 'started' ? 'last' : ''} style={{ width: `${(way[key] / way.leads) * 100}%` }} />
                </span>
                <span className="fig">{way[key]}</span>
                <span className="rate">{i === 0 ? '' : before > 0 ? `${Math.round((way[key] / before) * 100)}%` : '—'}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </Part>
  );
}
