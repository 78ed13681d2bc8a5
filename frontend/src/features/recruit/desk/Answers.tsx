import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { VerifyFund } from '@/features/pipeline/funds';
import { ApiError, api, etag, must } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import type { Decision } from './data';

const keys = ['desk', 'suspicions', 'stage', 'funds', 'leads', 'project'];

/** Answers are the two ways of deciding one thing: against it with a reason, or for it; strong is for the one that comes first under the thumb. */
export function Answers({ d, strong }: { d: Decision; strong: boolean }) {
  const { t } = useTranslation('desk');
  const over = { path: { id: d.id }, header: { 'If-Match': etag(d.version) } };
  const reason = { key: 'note', label: t('why'), type: 'area', required: true } as const;
  const named = (key: string) => `${t(key)} · ${d.title}`;
  if (d.kind === 'stage') {
    const say = async (agrees: boolean, note: string) =>
      must(await api.POST('/stage-events/{id}/verdicts', { params: { path: { id: d.id } }, body: { agrees, note } }));
    return (
      <>
        <Editor
          label={t('return')}
          title={named('return')}
          initial={{}}
          fields={[reason]}
          keys={keys}
          save={(v) => say(false, String(v.note))}
        />
        <Yes label={t('confirm')} ask={t('sure')} act={() => say(true, '')} strong={strong} />
      </>
    );
  }
  if (d.kind === 'fund')
    return (
      <VerifyFund
        project={d.subject_id}
        entry={{ id: d.id, amount: d.amount ?? 0, voucher: d.voucher, evidence: d.evidence }}
        keys={keys}
      />
    );
  if (d.kind === 'lead') {
    const say = (valid: boolean) => async (v: Record<string, unknown>) =>
      must(await api.POST('/leads/{id}/assess', { params: over, body: { valid, verdict: String(v.note) } }));
    return (
      <>
        <Editor label={t('lead:invalid')} title={named('lead:invalid')} initial={{}} fields={[reason]} keys={keys} save={say(false)} />
        <Editor
          label={t('lead:valid')}
          title={named('lead:valid')}
          primary={strong}
          initial={{}}
          fields={[reason]}
          keys={keys}
          save={say(true)}
        />
      </>
    );
  }
  if (d.kind === 'suspicion_answer') {
    const save = async (v: Record<string, unknown>) =>
      must(await api.POST('/suspicions/{id}/answer', { params: over, body: { answer: String(v.note) } }));
    const account = { ...reason, label: t('account') };
    return (
      <Editor label={t('account')} title={named('account')} primary={strong} initial={{}} fields={[account]} keys={keys} save={save} />
    );
  }
  const end = (verdict: 'cleared' | 'upheld') => async () =>
    must(await api.POST('/suspicions/{id}/close', { params: over, body: { verdict } }));
  return (
    <>
      <Yes label={t('figures:upheld')} ask={t('sure')} act={end('upheld')} />
      <Yes label={t('figures:cleared')} ask={t('sure')} act={end('cleared')} strong={strong} />
    </>
  );
}

/** Yes decides after one more question, as what is decided here is kept for good. */
function Yes({ label, ask, act, strong }: { label: string; ask: string; act: () => Promise<unknown>; strong?: boolean }) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const client = useQueryClient();
  const go = async () => {
    try {
      await act();
      void message.success(t('decided'));
    } catch (e) {
      void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
    }
    await Promise.all([...keys, 'timeline'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  return (
    <Popconfirm title={label} description={ask} okText={label} cancelText={t('common:cancel')} onConfirm={go}>
      <Button type={strong ? 'primary' : 'default'}>{label}</Button>
    </Popconfirm>
  );
}
