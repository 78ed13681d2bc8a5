import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/shared/ui/Icon';
import { Calls } from '@/shared/ui/SanguSign';
import type { Day } from './data';
import { Part } from './Part';

/** Trips is the visits of the day: when, to whom, which call it is, who leads, and whom to ring. */
export function Trips({ day }: { day: Day }) {
  const { t } = useTranslation('desk');
  return (
    <Part id="trips" title={t('visits')} n={day.visits.length} more={<Link to="/calendar">{t('calendar')}</Link>}>
      {day.visits.length === 0 && <p className="desk-empty">{t('noVisits')}</p>}
      <ul className="trips">
        {day.visits.map((v) => (
          <li key={v.id} className={v.state === 'done' ? 'over' : ''}>
            <time className="at">{v.starts_at || t('allDay')}</time>
            <div>
              <Link to="/visits/$id" params={{ id: v.id }} className="link">
                {v.company}
              </Link>
              <p>
                {t(`enums:way.${v.way}`)}
                {v.call > 0 && (
                  <>
                    {' · '}
                    <Calls n={v.call} />
                  </>
                )}
                {v.place && ` · ${v.place}`}
              </p>
              <p>
                {[v.leader_name && t(v.way === 'out' ? 'leads' : 'receives', { name: v.leader_name }), v.state === 'done' && t('visited')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {v.contact_phone && (
              <a className="call" href={`tel:${v.contact_phone}`} aria-label={t('call', { name: v.contact_name || v.company })}>
                <Icon name="phone" size={18} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
