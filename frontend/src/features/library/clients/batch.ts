import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { BatchSpec } from '@/shared/ui/list/batch';
import { useClientFields } from './form';

/** useClientBatch says what can be changed on many clients at once: whose they are and how they are classed. */
export function useClientBatch(): BatchSpec {
  const { t } = useTranslation('client');
  const all = useClientFields();
  const own = ['owner_id', 'investor_class', 'tiers'].flatMap((key) => all.filter((f) => f.key === key));
  return {
    fields: [...own, { key: 'unit_id', label: t('unit'), type: 'unit' as const }].map((f) => ({ ...f, required: false })),
    clearable: ['investor_class', 'tiers'],
    keys: ['clients', 'client'],
    preview: async (query, body) =>
      must(await api.POST('/clients/batch/preview', { params: { query }, body: body as Schemas['ClientPreviewIn'] })),
    apply: async (query, body) => must(await api.POST('/clients/batch', { params: { query }, body: body as Schemas['ClientBatchIn'] })),
  };
}
