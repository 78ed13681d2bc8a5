import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import type { FormReader } from '@/shared/ui/form/readForm';
import { type BatchSpec, withSet } from '@/shared/ui/list/batch';
import { operatingStates, useEnterpriseFields } from './form';

/** setOf returns the fields that a batch sets. */
const setOf = (v: FormReader) =>
  ({
    leader_ids: v.texts('leader_ids'),
    host_unit_id: v.text('host_unit_id'),
    unit_id: v.text('unit_id'),
    industry: v.text('industry'),
    state: v.choice('state', operatingStates),
  }) satisfies Complete<Schemas['EnterpriseSet']>;

/** useEnterpriseBatch returns what can be changed on many enterprises at once: who looks after them, where they are, how they fare. */
export function useEnterpriseBatch(): BatchSpec {
  const { t } = useTranslation('enterprise');
  const all = useEnterpriseFields();
  const own = ['leader_ids', 'host_unit_id', 'industry', 'state'].flatMap((key) => all.filter((f) => f.key === key));
  return {
    fields: [...own, { key: 'unit_id', label: t('client:unit'), type: 'unit' as const }].map((f) => ({ ...f, required: false })),
    clearable: ['leader_ids', 'host_unit_id', 'industry'],
    keys: ['enterprises', 'enterprise'],
    preview: async (query, body) => must(await api.POST('/enterprises/batch/preview', { params: { query }, body: withSet(body, setOf) })),
    apply: async (query, body) => must(await api.POST('/enterprises/batch', { params: { query }, body: withSet(body, setOf) })),
  };
}
