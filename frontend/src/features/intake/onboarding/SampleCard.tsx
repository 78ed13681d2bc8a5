import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { RemoveSample } from './RemoveSample';

/** SampleCard offers the sample county to an empty product, shows how far its loading came, and removes it. */
export function SampleCard({ of }: { of: Schemas['OnboardingOut'] }) {
  const { t } = useTranslation('onboarding');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const load = useMutation({
    mutationFn: async () => must(await api.POST('/sample', {})),
    onError: (e) => void message.error(e.message),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['onboarding'] }), client.invalidateQueries({ queryKey: ['sample'] })]),
  });
  const s = of.sample;
  if (s.state === 'loading')
    return (
      <div className="sample" role="status">
        <span>{t('loading', { county: s.county })}</span>
        <Progress
          percent={s.total ? Math.floor((s.done / s.total) * 100) : 0}
          size="small"
          aria-label={t('loading', { county: s.county })}
        />
      </div>
    );
  if (of.may_load)
    return (
      <div className="sample">
        <span>{t('offer')}</span>
        <Button loading={load.isPending} onClick={() => load.mutate()}>
          {t('load')}
        </Button>
      </div>
    );
  if (!of.may_remove) return null;
  return (
    <div className="sample">
      <span>{t('loaded', { county: s.county })}</span>
      <Button onClick={() => setRemoving(true)}>{t('remove')}</Button>
      {removing && <RemoveSample county={s.county} onClose={() => setRemoving(false)} />}
    </div>
  );
}
