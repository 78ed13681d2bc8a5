import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { BatchSpec } from '@/shared/ui/list/batch';
import { useVisitFields } from './form';

/** useVisitBatch says what can be changed on many visits at once: who sees to them, who leads, and when and where a journey goes. */
export function useVisitBatch(): BatchSpec {
  const { t } = useTranslation('visit');
  const all = useVisitFields();
  const own = ['leader_id', 'on', 'way', 'place', 'purpose'].flatMap((key) => all.filter((f) => f.key === key));
  return {
    fields: [{ key: 'owner_id', label: t('owner'), type: 'person' as const }, ...own].map((f) => ({ ...f, required: false })),
    clearable: ['leader_id', 'place', 'purpose'],
    keys: ['visits', 'visit', 'desk', 'calendar'],
    preview: async (query, body) =>
      must(await api.POST('/visits/batch/preview', { params: { query }, body: body as Schemas['VisitPreviewIn'] })),
    apply: async (query, body) => must(await api.POST('/visits/batch', { params: { query }, body: body as Schemas['VisitBatchIn'] })),
  };
}
