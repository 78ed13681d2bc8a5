import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { useDropTarget } from '@/shared/ui/DragDrop';
import { Nothing } from '@/shared/ui/State';
import { DayMark } from './DayName';
import type { Parts } from './Grid';
import { Line } from './Line';
import { keyOf } from './move';
import { sayDay } from './range';

/** Agenda lists the days that hold something, one under the other. */
export function Agenda(p: Parts) {
  const { t } = useTranslation('calendar');
  const held = p.days.filter((d) => p.entries.some((e) => e.on === d.on));
  if (held.length === 0) return <Nothing text={t('nothing')} />;
  return (
    <ol className="agenda">
      {held.map((d) => (
        <AgendaDay key={d.on} day={d} {...p} />
      ))}
    </ol>
  );
}

function AgendaDay({ day, ...p }: Parts & { day: Schemas['DayOut'] }) {
  const { t, i18n } = useTranslation('calendar');
  const place = useDropTarget(day.on);
  const own = p.entries.filter((e) => e.on === day.on);
  return (
    <li {...place.box} className={place.over ? 'over' : ''}>
      <h2>
        {sayDay(day.on, i18n.language, { month: 'long', day: 'numeric', weekday: 'short' })}{' '}
        {day.on === p.today && <span className="small today-word">{t('today')}</span>} <DayMark day={day} first />
      </h2>
      <div>
        {own.map((e) => (
          <Line key={keyOf(e)} entry={e} waiting={p.waiting(keyOf(e))} onMove={p.onMove} full />
        ))}
      </div>
    </li>
  );
}
