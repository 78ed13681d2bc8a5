import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { isExact, lastDay } from '@/shared/lib/eventDay';
import { daysBetween } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import { useDraggableItem } from '@/shared/ui/DragDrop';
import { Light } from '@/shared/ui/Light';
import { Mark, Money } from '@/shared/ui/Show';

type Item = Schemas['ProjectItem'];

/** Card is a project on the board; can says whether it may be dragged. */
export function Card({ p, can, waiting }: { p: Item; can: boolean; waiting?: boolean }) {
  const { box, held, handle } = useDraggableItem(p.id, can);
  return (
    <div {...box} className={`${held ? 'held' : ''} ${waiting ? 'waiting' : ''}`} aria-busy={waiting}>
      <Face p={p} handle={handle} />
    </div>
  );
}

/** Face is what a card shows, in its lane and under the pointer that drags it. */
export function Face({ p, handle }: { p: Item; handle?: ReactNode }) {
  const { t } = useTranslation('project');
  const today = useMe()?.today ?? '';
  return (
    <article className="card">
      <div className="card-head">
        <Link to="/projects/$id" params={{ id: p.id }} className="link" draggable={false}>
          {p.name}
        </Link>
        {handle}
      </div>
      <div className="card-line">
        <Money yuan={p.total_investment} />
        {p.light && <Light colour={p.light} />}
        {p.stage_since && today && (
          <span className="small muted">
            {t(isExact(p.stage_since) ? 'board.stay' : 'board.stayAtLeast', { n: daysBetween(lastDay(p.stage_since), today) })}
          </span>
        )}
      </div>
      <div className="small muted">{[p.responsible_unit, p.leaders].filter(Boolean).join(' · ')}</div>
      {p.denied && <Mark text={t('deniedTitle', { stage: t(`enums:stage.${p.denied}`) })} />}
      {p.status !== 'active' && <Mark text={t(`enums:status.${p.status}`)} />}
    </article>
  );
}
