import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { daysBetween, money } from '@/shared/lib/format';
import { useNarrow } from '@/shared/lib/narrow';
import { useMay, useMe } from '@/shared/session/me';
import type { Day } from './data';
import { useChargeFilter } from './ResponsibleProjects';

/** Greeting is the head of the desk: the day, and what it holds; a phone greets by name. */
export function Greeting({ day }: { day: Day }) {
  const { t, i18n } = useTranslation('desk');
  const narrow = useNarrow();
  const may = useMay();
  const me = useMe();
  const navigate = useNavigate();
  const at = new Date(`${day.today}T00:00:00Z`);
  const word = (part: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.language, { ...part, timeZone: 'UTC' }).format(at);
  const date = t('date', {
    m: at.getUTCMonth() + 1,
    d: at.getUTCDate(),
    month: word({ month: 'long' }),
    weekday: word({ weekday: 'long' }),
  });
  const left = t('left', { n: daysBetween(day.today, `${day.today.slice(0, 4)}-12-31`) });
  const n = day.overdue.length + day.due.length;
  const v = day.visits.filter((x) => x.state === 'planned').length;
  const headline = n > 0 ? t(v > 0 ? 'headline' : 'todoOnly', { n, v }) : v > 0 ? t('visitsOnly', { v }) : t('clear');
  const hour = new Date().getHours();
  const greeting = t(hour < 11 ? 'morning' : hour < 14 ? 'noon' : hour < 18 ? 'afternoon' : 'evening', { name: me?.name });
  return (
    <header className="hello">
      <div>
        {!narrow && <p>{`${date} · ${left}`}</p>}
        <h1>{narrow ? greeting : headline}</h1>
        {narrow && <p>{`${date} · ${left} · ${headline}`}</p>}
      </div>
      {!narrow && (
        <div className="actions">
          {may('lead.write') && <Button onClick={() => navigate({ to: '/leads', search: { new: '1' } })}>{t('addLead')}</Button>}
          {may('visit.write') && (
            <Button type="primary" onClick={() => navigate({ to: '/visits', search: { new: '1' } })}>
              {t('addVisit')}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}

/** Trio is the three figures of the charge that a phone shows first. */
export function Trio({ desk }: { desk: Schemas['ResponsibleDeskOut'] }) {
  const { t } = useTranslation('desk');
  const search = useChargeFilter(desk);
  if (desk.projects === 0) return null;
  const m = money(desk.verified);
  return (
    <nav className="trio" aria-label={t(desk.led ? 'led' : 'push')}>
      <Link to="/projects" search={{ ...search, reached: 'STARTED' }}>
        <b>{desk.started}</b> <small>{t('ofAll', { n: desk.projects })}</small>
        <span>{t(desk.led ? 'ledStarted' : 'ownStarted')}</span>
      </Link>
      <Link to="/projects" search={search}>
        <b>{m.value}</b> <small>{m.unit && t(`common:${m.unit}`)}</small>
        <span>{t('verified')}</span>
      </Link>
      <a href="#part-push">
        <b>{desk.red}</b> <small>{t('pieces')}</small>
        <span>{t('enums:colour.red')}</span>
      </a>
    </nav>
  );
}
