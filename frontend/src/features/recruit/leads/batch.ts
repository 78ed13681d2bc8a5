import { api, must, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import type { FormReader } from '@/shared/ui/form/readForm';
import { type BatchSpec, withSet } from '@/shared/ui/list/batch';
import { channels, useLeadFields } from './form';

const fields = ['owner_id', 'channel', 'next_on', 'next_action'];

/** setOf returns the fields that a batch sets. */
const setOf = (v: FormReader) =>
  ({
    owner_id: v.text('owner_id'),
    channel: v.choice('channel', channels),
    industry: v.text('industry'),
    next_on: v.text('next_on'),
    next_action: v.text('next_action'),
  }) satisfies Complete<Schemas['LeadSet']>;

/** useLeadBatch returns what can be changed on many leads at once: whose they are and what comes next. */
export function useLeadBatch(): BatchSpec {
  const all = useLeadFields();
  return {
    fields: fields.flatMap((key) => all.filter((f) => f.key === key)).map((f) => ({ ...f, required: false })),
    clearable: ['next_on', 'next_action'],
    keys: ['leads', 'lead', 'desk'],
    preview: async (query, body) => must(await api.POST('/leads/batch/preview', { params: { query }, body: withSet(body, setOf) })),
    apply: async (query, body) => must(await api.POST('/leads/batch', { params: { query }, body: withSet(body, setOf) })),
  };
}
