import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import './stages.css';

/** Denied says at the top of a project which claimed stage verifiers do not recognise, who said so and why, and what rests on it. */
export function Denied({ id, stage }: { id: string; stage: string }) {
  const { t } = useTranslation('project');
  const history = useQuery({
    queryKey: ['stage', id],
    queryFn: async () => must(await api.GET('/projects/{id}/stage-events', { params: { path: { id } } })),
    enabled: stage !== '',
  });
  if (!stage) return null;
  const events = history.data?.events ?? [];
  const no = events
    .filter((e) => e.code === stage && e.state === 'not_recognised')
    .flatMap((e) => e.verdicts.filter((v) => !v.agrees))
    .at(-1);
  const resting = events.filter((e) => e.state === 'rests_on_denied').map((e) => t(`enums:stage.${e.code}`));
  return (
    <section className="denied-claim" aria-label={t('notRecognised')}>
      <b>{t('deniedTitle', { stage: t(`enums:stage.${stage}`) })}</b>
      {no && <p>{t('deniedWhy', { name: no.by_name, on: dateTime(no.at), note: no.note })}</p>}
      {resting.length > 0 && <p>{t('deniedAbove', { stages: resting.join(t('dun')) })}</p>}
      <p className="small muted">{t('deniedNext', { stage: t(`enums:stage.${stage}`) })}</p>
    </section>
  );
}
