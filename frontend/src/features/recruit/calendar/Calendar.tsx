import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Grid as Screen, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { DragDrop } from '@/shared/ui/DragDrop';
import type { Search } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { Failed, Loading } from '@/shared/ui/State';
import { Agenda } from './Agenda';
import { Grid } from './Grid';
import { Words } from './Line';
import { MoveTo } from './MoveTo';
import { type Entry, keyOf, useMove } from './move';
import { arrow, rangeOf, sayDay, shift, type View, views } from './range';
import './calendar.css';
import '@/shared/ui/switch.css';

/** Calendar shows the days that records name, by day, week, month or as an agenda, which a phone always shows. */
export default function Calendar() {
  const { t, i18n } = useTranslation('calendar');
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const today = useMe()?.today ?? '';
  const wide = Screen.useBreakpoint().md ?? true;
  const asked = views.find((v) => v === search.view) ?? 'month';
  const view: View = wide || asked === 'day' ? asked : 'agenda';
  const on = search.on ?? today;
  const { from, to } = rangeOf(view, on);
  const kinds = search.kinds?.split(',').filter(Boolean) ?? [];
  const mine = search.mine === 'true';
  const go = (next: Search) => navigate({ to: '.', search: { ...search, ...next } });
  const options = useOptions();
  const calendar = useQuery({
    queryKey: ['calendar', from, to, kinds.join(), mine],
    queryFn: async () =>
      must(await api.GET('/calendar', { params: { query: { from, to, ...(mine ? { mine } : {}), ...(kinds.length ? { kinds } : {}) } } })),
    placeholderData: (before) => before,
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{headline(view, on, from, to, i18n.language)}</h1>
        <div className="actions">
          <Button aria-label={t('prev')} onClick={() => go({ on: shift(view, on, -1) })}>
            ‹
          </Button>
          <Button onClick={() => go({ on: undefined })}>{t('today')}</Button>
          <Button aria-label={t('next')} onClick={() => go({ on: shift(view, on, 1) })}>
            ›
          </Button>
          {wide && (
            <fieldset className="switch" aria-label={t('view')}>
              {views.map((v) => (
                <button key={v} type="button" aria-pressed={v === view} onClick={() => go({ view: v === 'month' ? undefined : v })}>
                  {t(v)}
                </button>
              ))}
            </fieldset>
          )}
          {may('visit.write') && (
            <Button type="primary" onClick={() => navigate({ to: '/visits', search: { new: '1' } })}>
              {t('new')}
            </Button>
          )}
        </div>
      </div>
      <div className="filters">
        <Select
          mode="multiple"
          aria-label={t('kinds')}
          placeholder={t('kinds')}
          style={{ minWidth: 220 }}
          options={options('entry')}
          value={kinds}
          onChange={(v: string[]) => go({ kinds: v.join() || undefined })}
        />
        <Button type={mine ? 'primary' : 'default'} aria-pressed={mine} onClick={() => go({ mine: mine ? undefined : 'true' })}>
          {t('mine')}
        </Button>
        {calendar.isSuccess && <span className="muted small">{t('count', { n: calendar.data.items.length })}</span>}
      </div>
      {calendar.isPending && <Loading />}
      {calendar.isError && <Failed error={calendar.error} retry={() => calendar.refetch()} />}
      {calendar.isSuccess && <Body view={view} month={on.slice(0, 7)} range={{ from, to }} data={calendar.data} search={search} />}
    </div>
  );
}

function headline(view: View, on: string, from: string, to: string, language: string): string {
  if (!on) return '';
  if (view === 'month') return sayDay(on, language, { year: 'numeric', month: 'long' });
  if (view === 'day') return sayDay(on, language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
  return [from, to].map((d) => sayDay(d, language, { month: 'long', day: 'numeric' })).join(' – ');
}

type BodyProps = { view: View; month: string; range: { from: string; to: string }; data: Schemas['CalendarOut']; search: Search };

function Body({ view, month, range, data, search }: BodyProps) {
  const { t, i18n } = useTranslation('calendar');
  const { shown, drop, waiting } = useMove(data.items);
  const [moving, setMoving] = useState<Entry>();
  const find = (key: string) => shown.find((e) => keyOf(e) === key);
  const parts = { days: data.days, entries: shown, today: data.today, search, waiting, onMove: setMoving };
  return (
    <>
      {data.unknown_years.length > 0 && (
        <p className="note" role="note">
          {t('unknown', { years: data.unknown_years.join('、') })}
        </p>
      )}
      {data.capped && (
        <p className="note" role="note">
          {t('capped')}
        </p>
      )}
      <DragDrop
        name={(key) => find(key)?.title ?? ''}
        place={(day) => (day ? sayDay(day, i18n.language, { month: 'long', day: 'numeric', weekday: 'long' }) : '')}
        home={(key) => find(key)?.on ?? ''}
        next={(day, key) => arrow(day, key, range.from, range.to)}
        drop={drop}
        overlay={(key) => {
          const e = find(key);
          return (
            e && (
              <div className={`entry entry-${e.kind} dragged`}>
                <Words entry={e} />
              </div>
            )
          );
        }}
      >
        {view === 'month' && <Grid month={month} {...parts} />}
        {view === 'week' && <Grid {...parts} />}
        {(view === 'agenda' || view === 'day') && <Agenda {...parts} />}
      </DragDrop>
      {moving && (
        <MoveTo key={keyOf(moving)} entry={moving} onClose={() => setMoving(undefined)} move={(on) => void drop(keyOf(moving), on)} />
      )}
    </>
  );
}
