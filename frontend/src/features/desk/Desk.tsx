import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { daysBetween } from '@/shared/lib/format';
import { Failed, Loading } from '@/shared/ui/State';
import { useFinish } from '@/shared/ui/undo/useFinish';

type Step = Schemas['FollowUpOut'];

export default function Desk() {
  const { t, i18n } = useTranslation('desk');
  const may = useMay();
  const me = useMe();
  const navigate = useNavigate();
  const desk = useQuery({ queryKey: ['desk'], queryFn: async () => must(await api.GET('/desk', {})) });
  const finish = useFinish();
  if (desk.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (desk.isError) return <Failed error={desk.error} retry={() => desk.refetch()} />;
  const d = desk.data;
  const n = d.overdue.length + d.due.length;
  const all = n + d.leads.length;
  const date = new Intl.DateTimeFormat(i18n.language, { month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${d.today}T00:00:00Z`),
  );
  const row = (s: Step, late: boolean) => (
    <li key={s.id}>
      <Checkbox onChange={() => finish(s)} checked={!!s.done_at}>
        {s.title} <span className="muted small">{s.about}</span>
      </Checkbox>
      <span className={late ? 'bad' : 'muted'}>{late ? t('late', { n: daysBetween(s.due_on, d.today) }) : t('common:today')}</span>
    </li>
  );
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <div className="sub">{date}</div>
          <h1>{all + d.visits.length > 0 ? t('headline', { n: all, v: d.visits.length }) : t('clear')}</h1>
        </div>
        <div style={{ display: 'flex', gap: 8 }}>
          {may('lead.write') && <Button onClick={() => navigate({ to: '/leads', search: { new: '1' } })}>{t('addLead')}</Button>}
          {may('visit.write') && (
            <Button type="primary" onClick={() => navigate({ to: '/visits', search: { new: '1' } })}>
              {t('addVisit')}
            </Button>
          )}
        </div>
      </div>
      <div className="desk section">
        <section>
          <h2>
            {t('todo')} <span className="muted">{n}</span>
          </h2>
          {n === 0 && <p className="muted">{t('nothing')}</p>}
          <ul className="list">
            {d.overdue.map((s) => row(s, true))}
            {d.due.map((s) => row(s, false))}
          </ul>
          {d.week > 0 && <p className="muted">{t('week', { n: d.week })}</p>}
          {may('lead.read') && (
            <>
              <h2>
                {t('leads')} <span className="muted">{d.leads.length}</span>
              </h2>
              {d.leads.length === 0 && <p className="muted">{t('noLeads')}</p>}
              <ul className="list">
                {d.leads.map((l) => (
                  <li key={l.id}>
                    <Link to="/leads/$id" params={{ id: l.id }} className="link">
                      {l.subject} <span className="muted small">{l.company}</span>
                    </Link>
                    <span className={l.next_on && l.next_on < d.today ? 'bad' : 'muted'}>
                      {l.next_on && l.next_on < d.today ? t('late', { n: daysBetween(l.next_on, d.today) }) : t('common:today')}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <aside>
          <h2>
            {t('visits')} <span className="muted">{d.visits.length}</span>
          </h2>
          {d.visits.length === 0 && <p className="muted">{t('noVisits')}</p>}
          <ul className="list">
            {d.visits.map((v) => (
              <li key={v.id}>
                <span className="two">
                  <Link to="/visits/$id" params={{ id: v.id }} className="link">
                    {v.starts_at} {v.company}
                  </Link>
                  <span className="small">
                    {t(`enums:way.${v.way}`)} {v.place} {v.leader_name}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p className="muted small">{me?.unit_name}</p>
        </aside>
      </div>
    </div>
  );
}
