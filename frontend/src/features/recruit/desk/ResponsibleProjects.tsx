import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { daysBetween } from '@/shared/lib/format';
import { useMay, useMe } from '@/shared/session/me';
import { Light } from '@/shared/ui/Light';
import { StageBar } from '@/shared/ui/Show';
import { Part } from './Part';

type Desk = Schemas['ResponsibleDeskOut'];
type Item = Desk['items'][number];

/** useChargeFilter is the list's filter that opens the projects of the charge. */
export function useChargeFilter(desk: Desk): Record<string, string> {
  const me = useMe();
  return { going: 'true', ...(desk.led ? { leader_id: me?.id ?? '' } : { unit_id: me?.unit_id ?? '' }) };
}

/** ResponsibleProjects is the projects that the person is to bring on: where each stands, its light and why, and what is missing. */
export function ResponsibleProjects({ desk }: { desk: Desk }) {
  const { t } = useTranslation('desk');
  const search = useChargeFilter(desk);
  const may = useMay();
  if (desk.projects === 0 && !may('stage.move')) return null;
  return (
    <Part
      id="push"
      title={t(desk.led ? 'led' : 'push')}
      n={desk.items.length}
      more={
        desk.projects > 0 && (
          <Link to="/projects" search={search}>
            {t(desk.led ? 'allLed' : 'allOwn', { n: desk.projects })}
          </Link>
        )
      }
    >
      {desk.items.length === 0 && <p className="desk-empty">{t(desk.projects > 0 ? 'allProducing' : 'noProjects')}</p>}
      <ul className="push">
        {desk.items.map((p) => (
          <li key={p.id}>
            <Link to="/projects/$id" params={{ id: p.id }} className="name">
              {p.name}
            </Link>
            <StageBar stage={p.stage} />
            <Light colour={p.colour} />
            <Why p={p} on={desk.on} />
            <Link to="/projects/$id" params={{ id: p.id }} className="next" aria-label={`${t(act(p, may('stage.move')))} · ${p.name}`}>
              {t(act(p, may('stage.move')))}
            </Link>
            <span className={daysBetween(p.updated_on ?? desk.on, desk.on) > 14 ? 'age old' : 'age'}>{age(p.updated_on, desk.on, t)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function act(p: Item, mayMove: boolean): string {
  if (!mayMove) return 'act.look';
  if (p.missing.length > 0) return 'act.papers';
  return p.colour === 'none' || p.reason === 'silent' || !p.next ? 'act.note' : 'act.move';
}

function Why({ p, on }: { p: Item; on: string }) {
  const { t } = useTranslation('desk');
  const names = p.missing.map((m) => missing(m, t));
  const lacks =
    names.length > 0 &&
    t('lacks', { what: names.slice(0, 3).join('、'), more: names.length > 3 ? t('lacksMore', { n: names.length }) : '' });
  const reason = p.reason && t(`enums:reason.${p.reason}`);
  const silent = p.updated_on && daysBetween(p.updated_on, on) > 14 && p.reason === 'silent';
  const first = silent ? t('silent', { n: daysBetween(p.updated_on ?? on, on) }) : reason;
  const ready = p.next && !lacks ? t('ready', { stage: t(`enums:stage.${p.next}`) }) : '';
  return (
    <span className="why" title={[first, names.join('、')].filter(Boolean).join('；')}>
      {[first, lacks || ready].filter(Boolean).join('；')}
    </span>
  );
}

function missing(m: Item['missing'][number], t: (key: string) => string): string {
  if (m.key === 'any') return m.any_of.map((k) => t(`enums:evidence.${k}`)).join(t('or'));
  return m.key === 'visit' ? t('project:visit') : t(`enums:${m.key}`);
}

function age(day: string | undefined, on: string, t: (key: string, named?: Record<string, unknown>) => string): string {
  if (!day) return '';
  const n = daysBetween(day, on);
  if (n === 0) return t('common:today');
  return n === 1 ? t('common:yesterday') : t('daysAgo', { n });
}
