import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDismissed, useOnboarding } from './onboarding';
import { SampleCard } from './SampleCard';
import { Steps } from './Steps';

/** Start stands above an administrator's desk until the county has begun, or until it is put away. */
export default function Start() {
  const { t } = useTranslation('onboarding');
  const onboarding = useOnboarding();
  const kept = useDismissed();
  const o = onboarding.data;
  if (!o?.open || kept.pending || kept.dismissed) return null;
  const done = o.steps.filter((s) => s.done).length;
  return (
    <section className="start" aria-labelledby="start-title">
      <div className="start-head">
        <h2 id="start-title">
          {t('title')} <span className="muted">{t('progress', { n: done, all: o.steps.length })}</span>
        </h2>
        <Button type="text" onClick={() => void kept.set(true)}>
          {t('dismiss')}
        </Button>
      </div>
      <Steps of={o} />
      <SampleCard of={o} />
    </section>
  );
}
