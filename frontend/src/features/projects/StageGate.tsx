import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { FormDrawer, type Values } from '@/shared/ui/FormDrawer';
import { stages } from '@/shared/ui/Show';
import { useSeenName } from '../rules/names';
import { upload } from '@/shared/ui/record/upload';

type Need = Schemas['NeedOut'];

/** StageGate says what the next stage still needs, or the one asked about, takes it, and moves the stage. */
export function StageGate({ project, toward, onMoved }: { project: Schemas['ProjectOut']; toward?: string; onMoved: () => void }) {
  const { t } = useTranslation('project');
  const { message } = App.useApp();
  const may = useMay()('stage.move');
  const today = useMe()?.today ?? '';
  const [to, setTo] = useState('');
  const [only, setOnly] = useState<string[]>([]);
  const seen = useSeenName();
  const history = useQuery({
    queryKey: ['stage', project.id, toward],
    queryFn: async () =>
      must(await api.GET('/projects/{id}/stage-events', { params: { path: { id: project.id }, query: toward ? { toward } : {} } })),
  });
  const h = history.data;
  if (!h) return null;
  const missing = h.needs.filter((n) => !n.met);
  const name = (n: Need) =>
    n.key.startsWith('any')
      ? `${t('any')}：${n.any_of.map((k) => t(`enums:evidence.${k}`)).join(' / ')}`
      : n.key === 'visit'
        ? t('visit')
        : t(`enums:${n.key}`);
  const paper = (n: Need) => (n.key.startsWith('evidence.') ? n.key.slice(9) : n.any_of[0]);
  const choices = [...stages, 'SUSPENDED', 'RESUMED', 'TRANSFERRED', 'LOST', 'TERMINATED', 'EXITED'].map((c) => ({
    value: c,
    label: t(`enums:stage.${c}`),
  }));
  async function move(v: Values) {
    const body = { id: newId(), ...v, only_seen: only } as Schemas['StageMove'];
    must(
      await api.POST('/projects/{id}/stage-events', {
        params: { path: { id: project.id }, header: { 'If-Match': etag(project.version) } },
        body,
      }),
    );
    onMoved();
  }
  return (
    <div className="gate">
      {h.next && (
        <>
          <b>
            {t('next', { stage: t(`enums:stage.${h.next}`) })} · {missing.length > 0 ? t('missing', { n: missing.length }) : t('ready')}
          </b>
          {h.needs.map((n) => (
            <span key={n.key} className={`need ${n.met ? 'met' : ''}`}>
              {name(n)}
              {!n.met && may && paper(n) && (
                <Upload
                  showUploadList={false}
                  beforeUpload={(file) => {
                    upload('project', project.id, paper(n) ?? 'other', file).then(onMoved, (e) => message.error(String(e.message)));
                    return false;
                  }}
                >
                  <Button type="link" size="small">
                    {t('common:upload')}
                  </Button>
                </Upload>
              )}
            </span>
          ))}
        </>
      )}
      {may && (
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 8 }}>
          <Button onClick={() => setTo('other')}>{t('otherMoves')}</Button>
          {h.next && (
            <Button type="primary" disabled={missing.length > 0} onClick={() => setTo(h.next)}>
              {t('move', { stage: t(`enums:stage.${h.next}`) })}
            </Button>
          )}
        </span>
      )}
      <FormDrawer
        title={t('moveTitle')}
        open={to !== ''}
        onClose={() => {
          setTo('');
          setOnly([]);
        }}
        initial={{ code: to === 'other' ? undefined : to, occurred_on: today }}
        fields={[
          { key: 'code', label: t('to'), type: 'select', required: true, options: choices },
          { key: 'occurred_on', label: t('occurredOn'), type: 'date', required: true },
          { key: 'note', label: t('note'), type: 'area' },
          ...(to === 'other'
            ? ([
                { key: 'reason', label: t('reason'), type: 'text' },
                { key: 'review_on', label: t('reviewOn'), type: 'date' },
              ] as const)
            : []),
        ]}
        submit={move}
      >
        {to !== 'other' && h.not_counted.length > 0 && (
          <fieldset className="only-seen">
            <legend>{t('rules:onlySeen')}</legend>
            <Checkbox.Group value={only} onChange={setOnly} options={h.not_counted.map((k) => ({ value: k, label: seen(k) }))} />
          </fieldset>
        )}
      </FormDrawer>
    </div>
  );
}
