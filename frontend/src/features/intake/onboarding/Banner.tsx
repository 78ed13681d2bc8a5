import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { useUnderway } from './onboarding';
import './onboarding.css';

/** SampleBanner shows on every screen that the data are a made-up sample. */
export function SampleBanner() {
  const { t } = useTranslation('onboarding');
  const may = useMay();
  const client = useQueryClient();
  const sample = useQuery({
    queryKey: ['sample', 'state'],
    queryFn: async () => must(await api.GET('/sample', {})),
    staleTime: 300_000,
    refetchInterval: (q) => (q.state.data?.state === 'loading' ? 1000 : false),
  });
  const state = sample.data?.state;
  const before = useRef(state);
  useEffect(() => {
    // What was read while the sample came in is half of it.
    if (before.current === 'loading' && state !== 'loading') void client.invalidateQueries();
    before.current = state;
  }, [state, client]);
  if (state !== 'loaded') return null;
  return (
    <div className="sample-banner" role="note">
      <b>{t('banner')}</b> <span>{t('bannerAbout', { county: sample.data?.county })}</span>{' '}
      {(may('unit.manage') || may('rule.manage')) && <Link to="/start">{t('remove')}</Link>}
    </div>
  );
}

/** BackToSteps links back to the first steps from the screen where one of them is done. */
export function BackToSteps() {
  const { t } = useTranslation('onboarding');
  const { step, begin } = useUnderway();
  const { pathname } = useLocation();
  const home = pathname === '/' || pathname === '/start';
  useEffect(() => {
    if (home && step) begin('');
  }, [home, step, begin]);
  if (!step || home) return null;
  return (
    <div className="way-back">
      <Link to="/">← {t('back')}</Link> <span className="muted">{t(`step.${step}`)}</span>
    </div>
  );
}
