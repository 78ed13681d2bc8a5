import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { BatchSpec } from '@/shared/ui/list/batch';
import { useEnterpriseFields } from './form';

/** useEnterpriseBatch says what can be changed on many enterprises at once: who looks after them, where they are, how they fare. */
export function useEnterpriseBatch(): BatchSpec {
  const { t } = useTranslation('enterprise');
  const all = useEnterpriseFields();
  const own = ['leader_ids', 'host_unit_id', 'industry', 'state'].flatMap((key) => all.filter((f) => f.key === key));
  return {
    fields: [...own, { key: 'unit_id', label: t('client:unit'), type: 'unit' as const }].map((f) => ({ ...f, required: false })),
    clearable: ['leader_ids', 'host_unit_id', 'industry'],
    keys: ['enterprises', 'enterprise'],
    preview: async (query, body) =>
      must(await api.POST('/enterprises/batch/preview', { params: { query }, body: body as Schemas['EnterprisePreviewIn'] })),
    apply: async (query, body) =>
      must(await api.POST('/enterprises/batch', { params: { query }, body: body as Schemas['EnterpriseBatchIn'] })),
  };
}
