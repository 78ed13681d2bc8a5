import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import type { FormReader } from '@/shared/ui/form/readForm';
import { type BatchSpec, withSet } from '@/shared/ui/list/batch';
import { useVisitFields, ways } from './form';

/** setOf returns the fields that a batch sets. */
const setOf = (v: FormReader) =>
  ({
    owner_id: v.text('owner_id'),
    leader_id: v.text('leader_id'),
    on: v.text('on'),
    way: v.choice('way', ways),
    place: v.text('place'),
    purpose: v.text('purpose'),
  }) satisfies Complete<Schemas['VisitSet']>;

/** useVisitBatch returns what can be changed on many visits at once: who sees to them, who leads, and when and where a journey goes. */
export function useVisitBatch(): BatchSpec {
  const { t } = useTranslation('visit');
  const all = useVisitFields();
  const own = ['leader_id', 'on', 'way', 'place', 'purpose'].flatMap((key) => all.filter((f) => f.key === key));
  return {
    fields: [{ key: 'owner_id', label: t('owner'), type: 'person' as const }, ...own].map((f) => ({ ...f, required: false })),
    clearable: ['leader_id', 'place', 'purpose'],
    keys: ['visits', 'visit', 'desk', 'calendar'],
    preview: async (query, body) => must(await api.POST('/visits/batch/preview', { params: { query }, body: withSet(body, setOf) })),
    apply: async (query, body) => must(await api.POST('/visits/batch', { params: { query }, body: withSet(body, setOf) })),
  };
}
