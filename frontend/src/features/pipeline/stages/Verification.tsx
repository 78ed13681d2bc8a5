import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { shownDay } from '@/shared/lib/eventDay';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import { paperName } from '@/shared/ui/record/timelineText';
import './stages.css';

/** Verification shows what verifiers made of each claim, and lets one say. */
export function Verification({ id }: { id: string }) {
  const { t } = useTranslation('figures');
  const may = useMay();
  const history = useQuery({
    queryKey: ['stage', id],
    queryFn: async () => must(await api.GET('/projects/{id}/stage-events', { params: { path: { id } } })),
  });
  const events = history.data?.events.filter((e) => e.holds) ?? [];
  if (events.length === 0) return null;
  return (
    <>
      <h2>
        {t('claims')}
        <Help topic="claimed" />
      </h2>
      <ul className="list">
        {events.map((e) => (
          <li key={e.id} style={{ padding: '6px 0' }}>
            <span className="two">
              <span>{t(`enums:stage.${e.code}`)}</span>
              <span className="small">
                {shownDay(e.occurred_on)} · {e.state && t(`claimState.${e.state}`)} {e.verdicts.map((v) => v.by_name).join('、')}
              </span>
              <Relied event={e} />
            </span>
            {may('stage.confirm') && e.state === 'reported' && <Say event={e} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Relied are the reasons on which a claim stands in place of papers. */
function Relied({ event }: { event: Schemas['StageEventOut'] }) {
  const { t } = useTranslation('project');
  if (event.reasons.length === 0) return null;
  return (
    <ul className="relied" aria-label={t('relied')}>
      {event.reasons.map((r) => (
        <li key={r.id}>
          <b>{paperName(r.need, t)}</b> {t('reasonStands', { text: r.reason, name: r.by_name })}
        </li>
      ))}
    </ul>
  );
}

function Say({ event }: { event: Schemas['StageEventOut'] }) {
  const { t } = useTranslation('figures');
  return (
    <Editor
      label={t('verify')}
      title={`${t('verify')} · ${t(`enums:stage.${event.code}`)}`}
      hint={t('project:confirmHint')}
      initial={{ agrees: 'yes' }}
      keys={['stage', 'project', 'conversion']}
      fields={[
        {
          key: 'agrees',
          label: t('verdict'),
          type: 'select',
          required: true,
          options: [
            { value: 'yes', label: t('agree') },
            { value: 'no', label: t('disagree') },
          ],
        },
        { key: 'note', label: t('why'), type: 'area' },
        ...(event.reasons.length > 0
          ? [{ key: 'reasons', label: t('project:lookedAt'), type: 'switch' as const, help: event.reasons.map((r) => r.reason).join('；') }]
          : []),
      ]}
      save={async (v) =>
        must(
          await api.POST('/stage-events/{id}/verdicts', {
            params: { path: { id: event.id } },
            body: { agrees: v.agrees === 'yes', note: String(v.note ?? ''), reasons: v.reasons ? event.reasons.map((r) => r.id) : [] },
          }),
        )
      }
    />
  );
}
