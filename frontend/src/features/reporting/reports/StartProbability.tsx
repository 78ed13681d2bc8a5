import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { DateInput } from '@/shared/ui/form/DateInput';
import { useShare } from '@/shared/ui/useShare';

/** StartProbability shows how likely a signed project is to start by a day, given how long it has waited and what became of others. */
export function StartProbability({ project: p }: { project: Schemas['ProjectOut'] }) {
  const { t } = useTranslation('signing');
  const share = useShare();
  const today = useMe()?.today ?? '';
  const waits = useMay()('report.read') && ['SIGNED', 'REGISTERED', 'PERMITTING'].includes(p.stage) && p.status === 'active';
  const [by, setBy] = useState(`${today.slice(0, 4)}-12-31`);
  const chance = useQuery({
    queryKey: ['chance', p.id, by],
    enabled: waits && by !== '',
    queryFn: async () => must(await api.GET('/reports/chance', { params: { query: { project_id: p.id, by } } })),
  });
  if (!waits) return null;
  const c = chance.data;
  return (
    <>
      <h2>{t('chance')}</h2>
      <div style={{ maxWidth: 180 }}>
        <DateInput label={t('by')} value={by} onChange={(v) => setBy(v ?? '')} />
      </div>
      {chance.isError && <p className="small">{chance.error.message}</p>}
      {c && (
        <p>
          {c.p === null ? t('noLike', { d: c.wait_days }) : <b style={{ fontSize: 20 }}>{share(c.p)}</b>}{' '}
          {c.p !== null && <span className="small muted">{t('chanceNote', { d: c.wait_days, n: c.n })}</span>}
        </p>
      )}
    </>
  );
}
