import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { useMay, useMe } from '@/shared/session/me';
import { FormDrawer, type Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { Help } from '@/shared/ui/Help';
import { useSeenName } from '@/shared/ui/ruleNames';
import { stages } from '@/shared/ui/Show';
import { historyToward, Needs, skippedBetween, Toward, useNeedName } from './Needs';
import './stages.css';

/** StageGate shows what the next stage, or the one asked about, still requires, accepts the papers, names who verifies, and moves the project. */
export function StageGate({ project, toward, onMoved }: { project: Schemas['ProjectOut']; toward?: string; onMoved: () => void }) {
  const { t } = useTranslation('project');
  const may = useMay()('stage.move');
  const today = useMe()?.today ?? '';
  const [to, setTo] = useState('');
  const [only, setOnly] = useState<string[]>([]);
  const seen = useSeenName();
  const client = useQueryClient();
  const needName = useNeedName();
  const history = useQuery(historyToward(project.id, toward));
  const h = history.data;
  if (!h) return null;
  // A project that rests or has ended takes no next step; what may happen to it is among the other changes.
  const next = project.status === 'active' || toward ? h.next : '';
  const missing = h.needs.filter((n) => !n.met);
  const now = [project.stage, project.status === 'active' ? 'RESUMED' : project.status.toUpperCase()];
  const choices = [...stages, 'SUSPENDED', 'RESUMED', 'TRANSFERRED', 'LOST', 'TERMINATED', 'EXITED']
    .filter((c) => c === 'TRANSFERRED' || !now.includes(c))
    .map((c) => ({ value: c, label: t(`enums:stage.${c}`) }));
  async function move(v: Values) {
    const r = readForm(v);
    const body = {
      id: newId(),
      code: r.text('code'),
      occurred_on: r.text('occurred_on'),
      note: r.text('note'),
      reason: r.text('reason'),
      review_on: r.text('review_on'),
      only_seen: only,
      amount: undefined,
      corrects: undefined,
      void: undefined,
    } satisfies Complete<Schemas['StageMove']>;
    try {
      must(
        await api.POST('/projects/{id}/stage-events', {
          params: { path: { id: project.id }, header: { 'If-Match': etag(project.version) } },
          body,
        }),
      );
    } catch (e) {
      throw e instanceof ApiError && e.problem.code === 'stage.gate' ? await named(e, body.code ?? '') : e;
    }
    onMoved();
  }
  /** named returns a refusal that names what the gate lacks, at the field where the stage is chosen. */
  async function named(e: ApiError, code: string) {
    const { needs } = await client.fetchQuery({ ...historyToward(project.id, code), staleTime: 0 });
    const lacking = needs.filter((n) => !n.met);
    const others = (e.problem.fields ?? []).filter((f) => f.code !== 'stage.missing');
    if (lacking.length === 0) return new ApiError({ ...e.problem, fields: others });
    const what = lacking.map(needName).join('、');
    return new ApiError({ ...e.problem, fields: [...others, { path: 'code', code: 'stage.missing', message: t('gateLacks', { what }) }] });
  }
  return (
    <div className="gate">
      {next && (
        <>
          <span className="gate-title">
            <b>
              {t(skippedBetween(project.stage, next).length > 0 ? 'into' : 'next', { stage: t(`enums:stage.${next}`) })}
              {t('comma')}
              {missing.length > 0 ? t('missing', { n: missing.length }) : t('ready')}
            </b>
            <Help topic="gates" />
          </span>
          <Needs project={project} to={next} needs={h.needs} onDone={onMoved} />
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
          {
            key: 'code',
            label: t('to'),
            type: 'select',
            required: true,
            options: choices,
            below: (code) => <Toward project={project} stage={String(code ?? '')} onDone={onMoved} />,
          },
          { key: 'occurred_on', label: t('occurredOn'), type: 'eventDay', required: true },
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
