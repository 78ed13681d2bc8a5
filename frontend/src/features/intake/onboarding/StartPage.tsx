import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { useDismissed, useOnboarding } from './onboarding';
import { SampleCard } from './SampleCard';
import { Steps } from './Steps';

/** StartPage has the first steps and the sample county for administrators at any time. */
export default function StartPage() {
  const { t } = useTranslation('onboarding');
  const onboarding = useOnboarding();
  const kept = useDismissed();
  if (onboarding.isLoading) return <Loading />;
  if (onboarding.isError) return <Failed error={onboarding.error} retry={() => onboarding.refetch()} />;
  const o = onboarding.data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {o && kept.dismissed && <Button onClick={() => void kept.set(false)}>{t('showAgain')}</Button>}
      </div>
      {o ? (
        <section className="start plain">
          <Steps of={o} />
          <SampleCard of={o} />
        </section>
      ) : (
        <Nothing text={t('notLed')} />
      )}
    </div>
  );
}
