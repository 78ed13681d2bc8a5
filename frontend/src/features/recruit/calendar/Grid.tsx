import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { addDays } from '@/shared/lib/format';
import { useDropTarget } from '@/shared/ui/DragDrop';
import type { Search } from '@/shared/ui/ListPage';
import { DayMark } from './DayName';
import { Line } from './Line';
import { type Entry, keyOf } from './move';
import { sayDay } from './range';

type Day = Schemas['DayOut'];

export type Parts = {
  days: Day[];
  entries: Entry[];
  today: string;
  search: Search;
  waiting: (key: string) => boolean;
  onMove: (e: Entry) => void;
};

const most = 4;

/** Grid shows whole weeks from Monday: one, or a month of them. month greys the days of others. */
export function Grid({ month, ...p }: Parts & { month?: string }) {
  const { t, i18n } = useTranslation('calendar');
  const weeks = Array.from({ length: p.days.length / 7 }, (_, i) => p.days.slice(i * 7, i * 7 + 7));
  const [first, last] = [p.days[0]?.on ?? '', p.days.at(-1)?.on ?? ''];
  return (
    <table className={`calendar ${month ? 'month' : 'week'}`}>
      <caption className="heard">{t('table', { from: first, to: last })}</caption>
      <thead>
        <tr>
          {weeks[0]?.map((d) => (
            <th key={d.on} scope="col">
              {sayDay(d.on, i18n.language, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((d) => (
              <Cell key={d.on} day={d} month={month} {...p} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ day, month, ...p }: Parts & { day: Day; month?: string }) {
  const { t, i18n } = useTranslation('calendar');
  const place = useDropTarget(day.on);
  const own = p.entries.filter((e) => e.on === day.on);
  const shown = month && own.length > most ? own.slice(0, most - 1) : own;
  const before = p.days.find((d) => d.on === addDays(day.on, -1));
  const other = month && day.on.slice(0, 7) !== month;
  return (
    <td {...place.box} className={`${day.kind} ${other ? 'other' : ''} ${place.over ? 'over' : ''} ${day.on === p.today ? 'today' : ''}`}>
      <div className="day-head">
        <Link
          to="/calendar"
          search={{ ...p.search, view: 'day', on: day.on }}
          className="day-number"
          aria-current={day.on === p.today ? 'date' : undefined}
          aria-label={sayDay(day.on, i18n.language, { month: 'long', day: 'numeric', weekday: 'long' })}
        >
          {Number(day.on.slice(8))}
        </Link>
        <DayMark day={day} first={before?.holiday !== day.holiday} />
      </div>
      {shown.map((e) => (
        <Line key={keyOf(e)} entry={e} waiting={p.waiting(keyOf(e))} onMove={p.onMove} />
      ))}
      {own.length > shown.length && (
        <Link to="/calendar" search={{ ...p.search, view: 'day', on: day.on }} className="small">
          {t('more', { n: own.length - shown.length })}
        </Link>
      )}
    </td>
  );
}
