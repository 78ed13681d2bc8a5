import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Light } from '@/shared/ui/Light';
import { Failed, Loading } from '@/shared/ui/State';

type Set = Schemas['ColourRulesOut'];
type Step = Set['steps'][number];
type Condition = Step['when'][number];

const blank: Condition = { measure: 'days_silent', op: '>', value: 30, running: 0, after: '' };

/** Colours shows when a light turns which colour, tried from the top, and lets the office change it. */
export function Colours() {
  const { t } = useTranslation('rules');
  const [draft, setDraft] = useState<Set>();
  const may = useMay()('rule.manage');
  const rules = useQuery({ queryKey: ['colour-rules'], queryFn: async () => must(await api.GET('/colour-rules')) });
  if (rules.isPending) return <Loading />;
  if (rules.isError) return <Failed error={rules.error} retry={() => rules.refetch()} />;
  if (draft) return <Edit draft={draft} change={setDraft} done={() => setDraft(undefined)} />;
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
        <p className="muted">{t('coloursNote')}</p>
        {may && <Button onClick={() => setDraft(rules.data)}>{t('common:edit')}</Button>}
      </div>
      <ol className="rule-steps">
        {rules.data.steps.map((s, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place
          <li key={i}>
            <Light colour={s.colour} /> <Sentence step={s} />
          </li>
        ))}
        <li>
          <Light colour="green" /> {t('otherwise')}
        </li>
        <li>
          <Light colour="none" /> {t('unknown')}
        </li>
      </ol>
    </>
  );
}

function Sentence({ step }: { step: Step }) {
  const { t } = useTranslation('rules');
  const one = (c: Condition) =>
    [
      c.after && t('afterLight', { colour: t(`enums:colour.${c.after}`) }),
      c.measure && `${t(`measure.${c.measure}`)} ${c.op} ${c.value}`,
      (c.running ?? 0) > 1 && t('running', { n: c.running }),
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <span>
      {step.when.map(one).join(t('and'))}{' '}
      <span className="muted small">{t(`enums:reason.${step.reason}`, { defaultValue: step.reason })}</span>
    </span>
  );
}

function Edit({ draft, change, done }: { draft: Set; change: (s: Set) => void; done: () => void }) {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const steps = draft.steps;
  const put = (next: Step[]) => change({ ...draft, steps: next });
  const set = (i: number, s: Step) => put(steps.map((x, j) => (j === i ? s : x)));
  const up = (i: number) => put(steps.map((x, j) => (j === i - 1 ? (steps[i] ?? x) : j === i ? (steps[i - 1] ?? x) : x)));
  async function save() {
    setBusy(true);
    try {
      const { version, ...body } = draft;
      must(await api.PUT('/colour-rules', { params: { header: { 'If-Match': etag(version) } }, body }));
      await Promise.all(['colour-rules', 'lights', 'cockpit'].map((k) => client.invalidateQueries({ queryKey: [k] })));
      done();
    } catch (e) {
      const n = (path: string) => /^steps\[(\d+)\]/.exec(path)?.[1];
      const said = (f: { path: string; message: string }) =>
        n(f.path) === undefined ? `${t('name')} ${f.message}` : t('stepFault', { n: Number(n(f.path)) + 1, text: f.message });
      const fields = e instanceof ApiError ? (e.problem.fields ?? []).map(said) : [];
      void message.error([e instanceof Error ? e.message : String(e), ...fields].join(' · '), 6);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="section">
      <Input
        aria-label={t('name')}
        style={{ maxWidth: 320 }}
        value={draft.name}
        onChange={(e) => change({ ...draft, name: e.target.value })}
      />
      <ol className="rule-steps">
        {steps.map((s, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place
          <li key={i}>
            <EditStep step={s} unfed={draft.unfed ?? []} set={(x) => set(i, x)} />
            <span className="actions">
              <Button size="small" disabled={i === 0} onClick={() => up(i)}>
                {t('up')}
              </Button>
              <Button size="small" danger disabled={steps.length === 1} onClick={() => put(steps.filter((_, j) => j !== i))}>
                {t('common:remove')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <span className="actions">
        <Button onClick={() => put([...steps, { colour: 'yellow', when: [blank], reason: '' }])}>{t('addStep')}</Button>
        <Button type="primary" loading={busy} onClick={save}>
          {t('common:save')}
        </Button>
        <Button onClick={done}>{t('common:cancel')}</Button>
      </span>
    </div>
  );
}

function EditStep({ step, unfed, set }: { step: Step; unfed: string[]; set: (s: Step) => void }) {
  const { t } = useTranslation('rules');
  const names = (table: string) =>
    Object.entries(t(table, { returnObjects: true })).map(([value, label]) => ({
      value,
      label: unfed.includes(value) ? t('unfedNote', { name: String(label) }) : String(label),
    }));
  const lights = ['red', 'yellow', 'blue', 'green'].map((c) => ({ value: c, label: t(`enums:colour.${c}`) }));
  const when = (j: number, part: Partial<Condition>) => set({ ...step, when: step.when.map((c, k) => (k === j ? { ...c, ...part } : c)) });
  return (
    <div className="step-edit">
      <Select
        aria-label={t('colour')}
        value={step.colour}
        options={lights}
        onChange={(colour) => set({ ...step, colour })}
        style={{ width: 90 }}
      />
      <Input
        aria-label={t('reason')}
        placeholder={t('reason')}
        value={step.reason}
        onChange={(e) => set({ ...step, reason: e.target.value })}
        style={{ width: 150 }}
      />
      {step.when.map((c, j) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what stands at its place
        <span key={j} className="actions">
          <Select
            aria-label={t('what')}
            value={c.measure}
            options={names('measure')}
            popupMatchSelectWidth={false}
            onChange={(measure) => when(j, { measure })}
            style={{ width: 180 }}
          />
          <Select
            aria-label={t('op')}
            value={c.op}
            options={['>', '>=', '<', '<=', '='].map((o) => ({ value: o, label: o }))}
            onChange={(op) => when(j, { op })}
            style={{ width: 70 }}
          />
          <InputNumber aria-label={t('value')} value={c.value} onChange={(v) => when(j, { value: v ?? 0 })} style={{ width: 80 }} />
          <InputNumber
            aria-label={t('months')}
            placeholder={t('months')}
            min={0}
            max={24}
            value={c.running || null}
            onChange={(v) => when(j, { running: v ?? 0 })}
            style={{ width: 110 }}
          />
          <Select
            aria-label={t('after')}
            placeholder={t('after')}
            allowClear
            value={c.after || undefined}
            options={lights}
            onChange={(v) => when(j, { after: v ?? '' })}
            style={{ width: 110 }}
          />
          {step.when.length > 1 && (
            <Button
              size="small"
              type="text"
              aria-label={t('common:remove')}
              onClick={() => set({ ...step, when: step.when.filter((_, k) => k !== j) })}
            >
              ×
            </Button>
          )}
        </span>
      ))}
      <Button size="small" type="text" onClick={() => set({ ...step, when: [...step.when, blank] })}>
        {t('addCondition')}
      </Button>
    </div>
  );
}
