import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clock } from '@/shared/lib/format';
import { useMay } from '@/shared/session/me';
import { type Day, type Task, useTick } from './data';
import { Part } from './Part';

const pages: Record<string, string> = {
  visit: '/visits/',
  lead: '/leads/',
  project: '/projects/',
  client: '/clients/',
  enterprise: '/enterprises/',
};

/** Tasks is what is due: overdue by working days, today, and what was done today. */
export function Tasks({ day }: { day: Day }) {
  const { t } = useTranslation('desk');
  const may = useMay();
  const n = day.overdue.length + day.due.length;
  return (
    <Part id="todo" title={t('todo')} n={n} more={day.week > 0 && <Link to="/calendar">{t('week', { n: day.week })}</Link>}>
      {day.overdue.length > 0 && (
        <>
          <h3 className="desk-sub late">{t('overdue')}</h3>
          <Rows list={day.overdue} say={(x) => (x.late > 0 ? t('late', { n: x.late }) : t('justLate'))} late />
        </>
      )}
      {day.due.length + day.done.length > 0 && (
        <>
          <h3 className="desk-sub">{t('due')}</h3>
          <Rows list={[...day.due, ...day.done]} say={(x) => (x.done_at ? t('doneAt', { at: clock(x.done_at) }) : t('due'))} />
        </>
      )}
      {n === 0 && (
        <p className="desk-empty">
          {t(day.done.length > 0 ? 'allDone' : 'nothing')} {may('visit.read') && <Link to="/calendar">{t('toCalendar')}</Link>}
        </p>
      )}
    </Part>
  );
}

function Rows({ list, say, late }: { list: Task[]; say: (x: Task) => string; late?: boolean }) {
  const { t } = useTranslation('desk');
  const tick = useTick();
  return (
    <ul className="tasks">
      {list.map((x) => {
        const title = x.title || t('followUp', { matter: x.matter });
        const to = `${pages[x.subject_kind] ?? '/'}${x.subject_id}`;
        return (
          <li key={x.id} className={x.done_at ? 'done' : ''}>
            {x.kind === 'follow_up' ? (
              <label className="tick">
                <input type="checkbox" checked={!!x.done_at} onChange={() => tick(x)} aria-label={t('finish', { title })} />
              </label>
            ) : (
              <span className="tick">
                <span className="step" />
              </span>
            )}
            {x.kind === 'lead' ? (
              <Link to={to} className="what">
                {title}
              </Link>
            ) : (
              <span className="what">{title}</span>
            )}
            <Link to={to} className="about">
              {x.about}
            </Link>
            <span className={late ? 'when bad' : 'when'}>{say(x)}</span>
          </li>
        );
      })}
    </ul>
  );
}
