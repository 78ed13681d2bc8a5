import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { ApiError, api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { FormDrawer, type Values } from '@/shared/ui/FormDrawer';
import { Help } from '@/shared/ui/Help';
import { upload } from '@/shared/ui/record/upload';
import { stages } from '@/shared/ui/Show';
import { useSeenName } from '../rules/names';

type Need = Schemas['NeedOut'];

/** StageGate says what the next stage still needs, or the one asked about, takes it, says who verifies, and moves the stage. */
export function StageGate({ project, toward, onMoved }: { project: Schemas['ProjectOut']; toward?: string; onMoved: () => void }) {
  const { t } = useTranslation('project');
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
  // A project that rests or has ended takes no next step; what may happen to it is among the other changes.
  const next = project.status === 'active' || toward ? h.next : '';
  const missing = h.needs.filter((n) => !n.met);
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
      {next && (
        <>
          <b>
            {t('next', { stage: t(`enums:stage.${next}`) })}
            {t('comma')}
            {missing.length > 0 ? t('missing', { n: missing.length }) : t('ready')}
          </b>
          <Help topic="gates" />
          {[...missing, ...h.needs.filter((n) => n.met)].map((n) => (
            <NeedOf key={n.key} need={n} project={project.id} onDone={onMoved} />
          ))}
        </>
      )}
      {may && (
        <>
          <span className="grow" />
          {next && <span className="small muted">{t(next === 'SIGNED' ? 'twoVerify' : 'oneVerifies')}</span>}
          <span className="actions">
            <Button onClick={() => setTo('other')}>{t('otherMoves')}</Button>
            {next && (
              <Button type="primary" disabled={missing.length > 0} onClick={() => setTo(next)}>
                {t('move', { stage: t(`enums:stage.${next}`) })}
              </Button>
            )}
          </span>
        </>
      )}
      <FormDrawer
        title={t('moveTitle')}
        record={`project/${project.id}`}
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

/** NeedOf is one thing that a stage needs: a dashed ring while it is missing, with the upload right there, and a tick once it is in. */
function NeedOf({ need: n, project, onDone }: { need: Need; project: string; onDone: () => void }) {
  const { t } = useTranslation('project');
  const { message } = App.useApp();
  const may = useMay()('stage.move');
  const name = n.key.startsWith('any')
    ? `${t('any')}：${n.any_of.map((k) => t(`enums:evidence.${k}`)).join(' / ')}`
    : n.key === 'visit'
      ? t('visit')
      : t(`enums:${n.key}`);
  const paper = n.key.startsWith('evidence.') ? n.key.slice('evidence.'.length) : n.any_of[0];
  return (
    <span className={`need ${n.met ? 'met' : ''}`}>
      {name}
      {!n.met && may && paper && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            upload('project', project, paper, file).then(onDone, (e) =>
              message.error(e instanceof ApiError ? e.problem.title : t('record:notSent')),
            );
            return false;
          }}
        >
          <Button type="link" size="small" aria-label={t('uploadOf', { name })}>
            {t('common:upload')}
          </Button>
        </Upload>
      )}
    </span>
  );
}
