import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraggableItem } from '@/shared/ui/DragDrop';
import { isSubject, pages } from '@/shared/ui/record/subject';
import { type Entry, keyOf } from './move';

type Props = { entry: Entry; waiting: boolean; onMove: (e: Entry) => void; full?: boolean };

/** Line is one entry: what it is, when, and how it fares; it can be dragged, or moved by its button. */
export function Line({ entry: e, waiting, onMove, full }: Props) {
  const { t } = useTranslation('calendar');
  const can = e.movable && !waiting;
  const { box, held, handle } = useDraggableItem(keyOf(e), can);
  return (
    <div {...box} className={`${held ? 'held' : ''}`} aria-busy={waiting}>
      <div className={`entry entry-${e.kind} ${e.state} ${full ? 'full' : ''}`}>
        <Link
          to={isSubject(e.subject_kind) ? `${pages[e.subject_kind]}/${e.subject_id}` : '/'}
          className="link"
          title={e.title}
          draggable={false}
        >
          <Words entry={e} full={full} />
        </Link>
        {can && (
          <button type="button" className="entry-move" aria-label={`${t('moveTo')} ${e.title}`} onClick={() => onMove(e)}>
            ⋯
          </button>
        )}
        {handle}
      </div>
    </div>
  );
}

/** Words are what an entry says. */
export function Words({ entry: e, full }: { entry: Entry; full?: boolean }) {
  const { t } = useTranslation('calendar');
  const more = [e.about, e.place, e.owner].filter(Boolean).join(' · ');
  return (
    <>
      <span className="small kind">{t(`enums:entry.${e.kind}`)}</span> {e.at && <span className="money">{e.at}</span>} {e.title}
      {e.state === 'overdue' && <span className="small bad"> {t('overdue')}</span>}
      {e.state === 'done' && <span className="small muted"> {t('done')}</span>}
      {full && more && <span className="small muted more">{more}</span>}
    </>
  );
}
