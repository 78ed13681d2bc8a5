import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { useOptions } from '@/shared/ui/options';
import { useItemName } from '@/shared/ui/ruleNames';
import { Failed, Loading } from '@/shared/ui/State';

type Scheme = Schemas['ScoreSchemeOut'];
type Item = Scheme['items'][number];

const faults = ['overdue_starts', 'upheld_suspicions'];
const blank: Item = { name: '', method: 'proportional', points: 10, indicator: 'signed', second: '', cap: 0, per_unit: 0, faults: [] };

/** SchemeRules shows how the year's assessment is reckoned, and lets the office change it. */
export function SchemeRules() {
  const { t } = useTranslation('rules');
  const name = useItemName();
  const may = useMay()('rule.manage');
  const [draft, setDraft] = useState<Scheme>();
  const scheme = useQuery({ queryKey: ['scheme'], queryFn: async () => must(await api.GET('/score-scheme')) });
  if (scheme.isPending) return <Loading />;
  if (scheme.isError) return <Failed error={scheme.error} retry={() => scheme.refetch()} />;
  if (draft) return <Edit draft={draft} change={setDraft} done={() => setDraft(undefined)} />;
  const s = scheme.data;
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
        <p className="muted">
          {s.name === 'standard' ? t('standardScheme') : s.name} · {t('full', { n: s.items.reduce((n, i) => n + i.points, 0) })}
          {s.veto && ` · ${t('vetoBy', { what: t(`indicator.${s.veto}`) })}`}
        </p>
        {may && <Button onClick={() => setDraft(s)}>{t('common:edit')}</Button>}
      </div>
      <ul className="list">
        {s.items.map((i) => (
          <li key={i.name}>
            <span className="two">
              <span>
                <b>{name(i.name)}</b> {t('pointsOf', { n: i.points })}
              </span>
              <span className="small">
                {t(`method.${i.method}`)}{' '}
                {[i.indicator, i.second]
                  .filter(Boolean)
                  .map((k) => t(`indicator.${k}`))
                  .join(' + ')}
                {i.faults.map((f) => `${t(`indicator.${f.indicator}`)} −${f.per_unit}`).join('；')}
                {i.method === 'step' && t('perMissing', { n: i.per_unit })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Edit({ draft, change, done }: { draft: Scheme; change: (s: Scheme) => void; done: () => void }) {
  const { t } = useTranslation('rules');
  const options = useOptions();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const put = (items: Item[]) => change({ ...draft, items });
  async function save() {
    setBusy(true);
    try {
      const { version, ...body } = draft;
      must(await api.PUT('/score-scheme', { params: { header: { 'If-Match': etag(version) } }, body }));
      await Promise.all(['scheme', 'scores'].map((k) => client.invalidateQueries({ queryKey: [k] })));
      done();
    } catch (e) {
      const fields = e instanceof ApiError ? (e.problem.fields ?? []).map((f) => `${f.path} ${f.message}`) : [];
      void message.error([e instanceof Error ? e.message : String(e), ...fields].join(' · '), 6);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="section">
      <span className="actions">
        <Input
          aria-label={t('name')}
          style={{ width: 260 }}
          value={draft.name}
          onChange={(e) => change({ ...draft, name: e.target.value })}
        />
        <Select
          aria-label={t('veto')}
          allowClear
          placeholder={t('veto')}
          style={{ width: 240 }}
          value={draft.veto || undefined}
          onChange={(v) => change({ ...draft, veto: v ?? '' })}
          options={faults.map((f) => ({ value: f, label: t('vetoBy', { what: t(`indicator.${f}`) }) }))}
        />
      </span>
      <ol className="rule-steps">
        {draft.items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is what stands at its place
          <li key={i}>
            <EditItem item={item} set={(x) => put(draft.items.map((y, j) => (j === i ? x : y)))} />
            <Button size="small" danger disabled={draft.items.length === 1} onClick={() => put(draft.items.filter((_, j) => j !== i))}>
              {t('common:remove')}
            </Button>
          </li>
        ))}
      </ol>
      <span className="actions">
        <Button
          onClick={() =>
            put([...draft.items, { ...blank, name: `${options('indicator', 'rules')[0]?.label ?? ''} ${draft.items.length + 1}` }])
          }
        >
          {t('addItem')}
        </Button>
        <Button type="primary" loading={busy} onClick={save}>
          {t('common:save')}
        </Button>
        <Button onClick={done}>{t('common:cancel')}</Button>
      </span>
    </div>
  );
}

function EditItem({ item, set }: { item: Item; set: (i: Item) => void }) {
  const { t } = useTranslation('rules');
  const options = useOptions();
  const measures = options('indicator', 'rules');
  const fault = (f: string) => item.faults.find((x) => x.indicator === f)?.per_unit ?? 0;
  const setFault = (f: string, per_unit: number) =>
    set({ ...item, faults: [...item.faults.filter((x) => x.indicator !== f), ...(per_unit > 0 ? [{ indicator: f, per_unit }] : [])] });
  return (
    <div className="step-edit">
      <Input
        aria-label={t('name')}
        placeholder={t('name')}
        value={item.name}
        onChange={(e) => set({ ...item, name: e.target.value })}
        style={{ width: 160 }}
      />
      <Select
        aria-label={t('how')}
        value={item.method}
        options={options('method', 'rules')}
        onChange={(method) => set({ ...item, method })}
        style={{ width: 210 }}
      />
      <InputNumber
        aria-label={t('pointsLabel')}
        min={0}
        max={1000}
        value={item.points}
        onChange={(v) => set({ ...item, points: v ?? 0 })}
        suffix={t('pointsUnit')}
        style={{ width: 110 }}
      />
      {item.method !== 'deduction' && (
        <Select
          aria-label={t('what')}
          value={item.indicator || undefined}
          options={measures}
          onChange={(indicator) => set({ ...item, indicator })}
          style={{ width: 160 }}
        />
      )}
      {item.method === 'weighted' && (
        <Select
          aria-label={t('andWhat')}
          placeholder={t('andWhat')}
          value={item.second || undefined}
          options={measures}
          onChange={(second) => set({ ...item, second })}
          style={{ width: 160 }}
        />
      )}
      {item.method === 'step' && (
        <InputNumber
          aria-label={t('missingCosts')}
          placeholder={t('missingCosts')}
          min={0}
          value={item.per_unit}
          onChange={(v) => set({ ...item, per_unit: v ?? 0 })}
        />
      )}
      {item.method === 'deduction' &&
        faults.map((f) => (
          <InputNumber
            key={f}
            aria-label={t(`indicator.${f}`)}
            prefix={t(`indicator.${f}`)}
            min={0}
            value={fault(f)}
            onChange={(v) => setFault(f, v ?? 0)}
            style={{ width: 190 }}
          />
        ))}
    </div>
  );
}
