import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { isExact, shownDay } from '@/shared/lib/eventDay';
import { clock, dateTime } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import { MentionHighlight, namesOf } from '../mention/MentionHighlight';
import { FieldValue } from './FieldValue';
import { useBoundSheet } from './sheet';
import { isSubject, pages, type SubjectKind } from './subject';
import { actorName, labelOf, timelineText } from './timelineText';
import { whenOf } from './when';

type Entry = Schemas['TimelineEntry'];

/** Line is one thing that happened: the day, what, in words, and by whom. */
export function Line({ entry: e, on }: { entry: Entry; on: SubjectKind }) {
  const { t } = useTranslation('enums');
  const today = useMe()?.today ?? '';
  const { year, day } = isExact(e.occurred_on) ? whenOf(e.occurred_on, today, t) : { year: '', day: shownDay(e.occurred_on) };
  // The hour is that of the record: it says nothing of what happened on another day.
  const sameDay = dateTime(e.at).startsWith(e.occurred_on);
  const solid = e.action.startsWith('stage.') || e.action === 'visit.complete';
  const problem = e.action === 'note.problem';
  const page = e.source_kind !== on && isSubject(e.source_kind) ? `${pages[e.source_kind]}/${e.source_id}` : '';
  const file = e.action === 'attachment.add' && typeof e.details.attachment_id === 'string' ? e.details.attachment_id : '';
  const words = timelineText(e, t);
  return (
    <li className={problem ? 'is-problem' : ''}>
      <span className="when">
        {year && <span className="year">{year}</span>}
        <span>{day}</span>
        {sameDay && <span className="small">{clock(e.at)}</span>}
      </span>
      <span className={`dot ${solid ? 'solid' : ''} ${problem ? 'problem' : ''}`} aria-hidden="true" />
      <div>
        <b>{t(`action.${e.action.replaceAll('.', '_')}`)}</b>{' '}
        {file ? (
          <a className="file-link" href={`/api/v1/attachments/${file}`}>
            {words}
          </a>
        ) : page ? (
          <Link className="link" to={page}>
            <MentionHighlight text={words || e.title} names={namesOf(e.details)} />
          </Link>
        ) : (
          <MentionHighlight text={words} names={namesOf(e.details)} />
        )}
        <Changes entry={e} />
        <div className="small muted">{actorName(e.actor_name, t)}</div>
      </div>
    </li>
  );
}

function Changes({ entry }: { entry: Entry }) {
  const { t } = useTranslation('record');
  const sheet = useBoundSheet();
  if (entry.changes.length === 0) return null;
  const fields = sheet && entry.source_id === sheet.id ? sheet.fields : [];
  return (
    <ul className="changes">
      {entry.changes.map((c) => {
        const field = fields.find((f) => f.key === c.field) ?? { key: c.field, label: '', type: 'text' };
        const told = c.before !== null || c.after !== null;
        return (
          <li key={c.field}>
            <span className="muted">{labelOf(c.field, fields, t)}</span>{' '}
            {told ? (
              <>
                {c.before !== null && (
                  <>
                    <FieldValue field={field} value={c.before} /> →{' '}
                  </>
                )}
                {c.after === null ? t('cleared') : <FieldValue field={field} value={c.after} />}
              </>
            ) : (
              t('changed')
            )}
          </li>
        );
      })}
    </ul>
  );
}
