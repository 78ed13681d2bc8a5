import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { isExact, lastDay, shownDay } from '@/shared/lib/eventDay';
import { daysBetween } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import { stages } from '@/shared/ui/Show';
import './stages.css';

type Project = Schemas['ProjectOut'];
/** StagePosition is what is known of how far a project has come. */
export type StagePosition = Pick<
  Project,
  'stage' | 'denied' | 'stage_since' | 'reached' | 'days_left' | 'planned_start' | 'planned_completion' | 'planned_production'
>;

/** StageSteps are the twelve stages with the day each was reached, the days that are planned, how long it stays, and the working days it is over. */
export function StageSteps({ project: p }: { project: StagePosition }) {
  const { t } = useTranslation('project');
  const today = useMe()?.today ?? '';
  const row = useRef<HTMLOListElement>(null);
  // Where twelve stages are too wide, as on a phone, the present one is in sight.
  useEffect(() => {
    const now = row.current?.querySelector<HTMLElement>(`[data-stage="${p.stage}"]`);
    if (row.current && now)
      row.current.scrollLeft = now.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - now.offsetWidth) / 2;
  }, [p.stage]);
  const stayed = (since: string) => t(isExact(since) ? 'stayed' : 'stayedAtLeast', { n: Math.max(daysBetween(lastDay(since), today), 0) });
  const at = stages.findIndex((s) => s === p.stage);
  const planned: Record<string, string | undefined> = {
    STARTED: p.planned_start,
    COMPLETED: p.planned_completion,
    IN_PRODUCTION: p.planned_production,
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls on a phone must be reached by the keyboard (WCAG 2.1.1)
    <ol ref={row} className="stage-steps" aria-label={t('stage')} tabIndex={0}>
      {stages.map((s, i) => {
        const plan = i > at ? planned[s] : undefined;
        const left = p.days_left[s];
        const over = plan !== undefined && left !== undefined && plan < today;
        return (
          <li
            key={s}
            data-stage={s}
            className={s === p.denied ? 'denied' : i < at ? 'passed' : i === at ? 'now' : ''}
            aria-current={i === at ? 'step' : undefined}
          >
            <b>{t(`enums:stage.${s}`)}</b>
            {s === p.denied && <small>{t('notRecognised')}</small>}
            {p.reached[s] && i <= at && <small>{shownDay(p.reached[s])}</small>}
            {i === at && p.stage_since && today && <small>{stayed(p.stage_since)}</small>}
            {plan && <small className={over ? 'over' : ''}>{t('plannedOn', { on: plan })}</small>}
            {over && <small className="over">{left < 0 ? t('common:due.late', { n: -left }) : t('common:due.justLate')}</small>}
          </li>
        );
      })}
    </ol>
  );
}
