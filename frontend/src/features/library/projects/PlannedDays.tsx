import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import type { Search } from '@/shared/ui/ListPage';
import { Failed, Loading } from '@/shared/ui/State';
import { monthAfter, sayMonth, weekdays, weeksOf } from './month';

type Planned = Schemas['PlannedDayOut'];

const kinds = ['start', 'completion', 'production'] as const;
const most = 3;

/** Days shows a month of the planned starts, completions and productions of a filter's projects. */
export default function Days({ terms }: { terms: Search }) {
  const { t, i18n } = useTranslation('project');
  const today = useMe()?.today ?? '';
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const month = /^\d{4}-\d{2}$/.test(search.month ?? '') ? (search.month ?? '') : today.slice(0, 7);
  const weeks = weeksOf(month);
  const [from, to] = [weeks[0]?.[0] ?? '', weeks.at(-1)?.[6] ?? ''];
  const { sort: _, ...filter } = terms;
  const days = useQuery({
    queryKey: ['projects', 'days', from, to, filter],
    queryFn: async () => must(await api.GET('/projects/planned-days', { params: { query: { ...filter, from, to } } })).items,
    placeholderData: (before) => before,
    enabled: today !== '',
  });
  const show = (m: string) => void navigate({ to: '.', search: { ...search, month: m === today.slice(0, 7) ? undefined : m } });
  const all = days.data ?? [];
  const within = all.filter((d) => d.on.startsWith(month));
  return (
    <div className="days">
      <div className="days-head">
        <Button
          size="small"
          type="text"
          icon={<LeftOutlined />}
          aria-label={t('days.before')}
          onClick={() => show(monthAfter(month, -1))}
        />
        <h2>{sayMonth(month, i18n.language)}</h2>
        <Button size="small" type="text" icon={<RightOutlined />} aria-label={t('days.after')} onClick={() => show(monthAfter(month, 1))} />
        <Button size="small" disabled={month === today.slice(0, 7)} onClick={() => show(today.slice(0, 7))}>
          {t('days.now')}
        </Button>
        <span className="small muted" role="status">
          {days.isSuccess && kinds.map((k) => t(`days.sum.${k}`, { n: within.filter((d) => d.kind === k).length })).join(' · ')}
        </span>
      </div>
      {days.isPending && <Loading />}
      {days.isError && <Failed error={days.error} retry={() => days.refetch()} />}
      {days.isSuccess && (
        <table>
          <caption className="heard">{t('days.table', { from, to })}</caption>
          <thead>
            <tr>
              {weekdays(i18n.language).map((w) => (
                <th key={w} scope="col">
                  {w}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((on) => (
                  <Cell key={on} on={on} month={month} today={today} days={all.filter((d) => d.on === on)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Cell({ on, month, today, days }: { on: string; month: string; today: string; days: Planned[] }) {
  const { t } = useTranslation('project');
  const [all, setAll] = useState(false);
  const shown = all || days.length <= most + 1 ? days : days.slice(0, most);
  const look = [on.startsWith(month) ? '' : 'other', on === today ? 'today' : '', days.length === 0 ? 'idle' : ''].join(' ');
  return (
    <td className={look}>
      <time dateTime={on} className="num day-no">
        {Number(on.slice(8)) === 1 ? `${Number(on.slice(5, 7))}/1` : Number(on.slice(8))}
      </time>
      {shown.map((d) => (
        <Link key={`${d.id}${d.kind}`} to="/projects/$id" params={{ id: d.id }} className="planned" title={`${d.name} · ${d.unit}`}>
          <span className={`planned-kind ${d.met ? 'met' : d.on < today ? 'bad' : ''}`}>
            {t(`days.kind.${d.kind}`)}
            {d.met ? t('days.met') : d.on < today ? t('days.late') : ''}
          </span>
          {d.name}
        </Link>
      ))}
      {shown.length < days.length && (
        <button type="button" className="text-link" onClick={() => setAll(true)}>
          {t('days.more', { n: days.length - shown.length })}
        </button>
      )}
    </td>
  );
}
