import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import type { FormReader } from '@/shared/ui/form/readForm';
import { type BatchSpec, withSet } from '@/shared/ui/list/batch';
import { investorClasses, useClientFields } from './form';

/** setOf returns the fields that a batch sets. */
const setOf = (v: FormReader) =>
  ({
    owner_id: v.text('owner_id'),
    unit_id: v.text('unit_id'),
    investor_class: v.choice('investor_class', investorClasses),
    tiers: v.texts('tiers'),
  }) satisfies Complete<Schemas['ClientSet']>;

/** useClientBatch returns what can be changed on many clients at once: whose they are and how they are classed. */
export function useClientBatch(): BatchSpec {
  const { t } = useTranslation('client');
  const all = useClientFields();
  const own = ['owner_id', 'investor_class', 'tiers'].flatMap((key) => all.filter((f) => f.key === key));
  return {
    fields: [...own, { key: 'unit_id', label: t('unit'), type: 'unit' as const }].map((f) => ({ ...f, required: false })),
    clearable: ['investor_class', 'tiers'],
    keys: ['clients', 'client'],
    preview: async (query, body) => must(await api.POST('/clients/batch/preview', { params: { query }, body: withSet(body, setOf) })),
    apply: async (query, body) => must(await api.POST('/clients/batch', { params: { query }, body: withSet(body, setOf) })),
  };
}
