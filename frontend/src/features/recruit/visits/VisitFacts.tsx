import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { Facts } from '@/shared/ui/Facts';
import { Day, Due } from '@/shared/ui/Show';

/** VisitFacts shows the facts of a visit, what it is linked with and what follows from it. */
export function VisitFacts({ visit: v }: { visit: Schemas['VisitOut'] }) {
  const { t } = useTranslation('visit');
  const today = useMe()?.today;
  return (
    <>
      <Facts
        title={t('one')}
        items={[
          [t('company'), v.company, 'company'],
          [t('way'), t(`enums:way.${v.way}`), 'way'],
          [t('on'), <Day key="on" date={v.on} />, 'on'],
          [t('startsAt'), v.starts_at, 'starts_at'],
          [t('place'), v.place, 'place'],
          [t('leader'), v.leader_name, 'leader_id'],
          [t('party'), v.party?.join('、'), 'party'],
          [t('met'), v.met],
          [t('purpose'), v.purpose, 'purpose'],
          [t('outcome'), v.outcome && t(`enums:outcome.${v.outcome}`)],
          [t('summary'), v.summary],
          [t('reason'), v.reason],
          [t('people:unit'), v.unit_name],
        ]}
      />
      <h2>{t('linked')}</h2>
      <ul className="list">
        {v.links.map((l) => (
          <li key={l.id}>
            <Link to={`/${l.kind}s/${l.id}`} className="link">
              {l.name}
            </Link>
            <span className="small muted">{t(`enums:subject.${l.kind}`)}</span>
          </li>
        ))}
      </ul>
      {v.steps.length > 0 && <h2>{t('steps')}</h2>}
      <ul className="list">
        {v.steps.map((s) => (
          <li key={s.id}>
            <span className={`need ${s.done_at ? 'met' : ''}`}>{s.title}</span>
            <Due date={s.due_on} left={s.left} today={today} />
          </li>
        ))}
      </ul>
    </>
  );
}
