import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Segmented, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { Failed } from '@/shared/ui/State';
import { settingsQuery } from './settingsQuery';
import './notice-settings.css';

type Choice = Schemas['NoticeChoice'];
const clock = 'HH:mm';
const time = (v: string) => (v ? dayjs(v, clock) : null);

/** NoticeSettings is what one wants to be told, how early, when and where; each choice is kept at once. */
export default function NoticeSettings() {
  const { t } = useTranslation('notices');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { queryKey } = settingsQuery;
  const settings = useQuery(settingsQuery);
  const keep = useMutation({
    mutationFn: async (body: Choice) => must(await api.PUT('/account/notices', { body })),
    onSuccess: (kept) => {
      client.setQueryData(queryKey, kept);
      void message.success(t('kept'));
    },
    onError: (e) => {
      void message.error(
        e instanceof ApiError ? [e.problem.title, ...(e.problem.fields ?? []).map((f) => f.message)].join(' · ') : t('common:error'),
      );
      void client.invalidateQueries({ queryKey });
    },
  });
  if (settings.isError) return <Failed error={settings.error} retry={() => settings.refetch()} />;
  if (!settings.data) return null;
  const { kinds, ...saved } = settings.data;
  const now: Choice = keep.isPending ? keep.variables : saved;
  const set = (part: Partial<Choice>) => keep.mutate({ ...now, ...part });
  const quiet = now.quiet_from !== '';
  async function place(p: string, on: boolean) {
    // The machine shows notices of those alone whom its user lets.
    if (p === 'desktop' && on && (!('Notification' in window) || (await Notification.requestPermission()) !== 'granted')) {
      void message.warning(t('place.refused'));
      return;
    }
    const others = (now.where ?? []).filter((x) => x !== p);
    set({ where: on ? [...others, p] : others });
  }
  return (
    <section id="notices" className="section notice-settings" aria-labelledby="notices-title">
      <h2 id="notices-title">{t('title')}</h2>
      <fieldset>
        <legend>{t('which')}</legend>
        <div className="notice-kinds">
          {kinds.map((k) => (
            <Checkbox
              key={k}
              checked={!now.off.includes(k)}
              onChange={(e) => set({ off: e.target.checked ? now.off.filter((x) => x !== k) : [...now.off, k] })}
            >
              {t(`kind.${k}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="notice-choices">
        <span>{t('where')}</span>
        <span className="notice-where">
          <Checkbox checked disabled>
            {t('place.bell')}
          </Checkbox>
          {(['corner', 'desktop'] as const).map((p) => (
            <Checkbox key={p} checked={(now.where ?? []).includes(p)} onChange={(e) => place(p, e.target.checked)}>
              {t(`place.${p}`)}
            </Checkbox>
          ))}
        </span>
        <span>{t('early')}</span>
        <Segmented
          aria-label={t('early')}
          value={now.early_days}
          onChange={(v) => set({ early_days: v })}
          options={[0, 1, 2, 3].map((n) => ({ value: n, label: n === 0 ? t('sameDay') : t('daysBefore', { n }) }))}
        />
        <span>{t('idle')}</span>
        <Select
          aria-label={t('idle')}
          style={{ width: 120 }}
          value={now.idle_days}
          onChange={(v) => set({ idle_days: v })}
          options={[...new Set([7, 10, 15, 20, 30, 60, now.idle_days])]
            .sort((a, b) => a - b)
            .map((n) => ({ value: n, label: t('days', { n }) }))}
        />
        <span>{t('digest')}</span>
        <TimePicker
          aria-label={t('digest')}
          format={clock}
          minuteStep={15}
          needConfirm={false}
          allowClear={false}
          value={time(now.digest_at)}
          onChange={(v) => v && set({ digest_at: v.format(clock) })}
        />
        <span>{t('quiet')}</span>
        <span className="notice-quiet">
          <Checkbox
            checked={quiet}
            onChange={(e) => set(e.target.checked ? { quiet_from: '22:00', quiet_to: '07:30' } : { quiet_from: '', quiet_to: '' })}
          >
            {t('quietOn')}
          </Checkbox>
          {quiet && (
            <TimePicker.RangePicker
              aria-label={t('quiet')}
              format={clock}
              minuteStep={15}
              order={false}
              needConfirm={false}
              allowClear={false}
              value={[time(now.quiet_from), time(now.quiet_to)]}
              onChange={(v) => v?.[0] && v[1] && set({ quiet_from: v[0].format(clock), quiet_to: v[1].format(clock) })}
            />
          )}
        </span>
      </div>
    </section>
  );
}
