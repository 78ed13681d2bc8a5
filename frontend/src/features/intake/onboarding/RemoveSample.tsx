import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';

const named = 5;

/** RemoveSample deletes the sample county after its name is typed; it first lists what was changed since. */
export function RemoveSample({ county, onClose }: { county: string; onClose: () => void }) {
  const { t } = useTranslation('onboarding');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [force, setForce] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const changed = useQuery({
    queryKey: ['sample', 'changed'],
    queryFn: async () => must(await api.GET('/sample/changed', {})).items,
    staleTime: 0,
  });
  const touched = changed.data ?? [];
  async function remove() {
    setBusy(true);
    try {
      must(await api.DELETE('/sample', { params: { query: { confirm: typed, force } } }));
      void message.success(t('removed'));
      onClose();
      await client.invalidateQueries();
    } catch (e) {
      if (!(e instanceof ApiError)) throw e;
      setRefused(e.problem.fields?.find((f) => f.path === 'confirm')?.message ?? e.message);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Modal
      open
      title={t('removeTitle', { county })}
      onCancel={onClose}
      onOk={remove}
      okText={t('remove')}
      cancelText={t('common:cancel')}
      confirmLoading={busy}
      okButtonProps={{ danger: true, disabled: changed.isPending || (touched.length > 0 && !force) }}
    >
      <p>{t('removeAbout')}</p>
      {touched.length > 0 && (
        <>
          <p>{t('changed', { n: touched.length })}</p>
          <ul>
            {touched.slice(0, named).map((r) => (
              <li key={r.id}>{r.title}</li>
            ))}
          </ul>
          <Checkbox checked={force} onChange={(e) => setForce(e.target.checked)}>
            {t('force')}
          </Checkbox>
        </>
      )}
      <label className="confirm" htmlFor="sample-name">
        <span>{t('type', { county })}</span>
        <Input
          id="sample-name"
          value={typed}
          status={refused ? 'error' : ''}
          onChange={(e) => setTyped(e.target.value)}
          onPressEnter={() => void remove()}
        />
      </label>
      {refused && (
        <p role="alert" className="bad">
          {refused}
        </p>
      )}
    </Modal>
  );
}
