import { api, must, type Schemas } from '@/shared/api/client';
import type { BatchSpec } from '@/shared/ui/list/batch';
import { useLeadFields } from './form';

const fields = ['owner_id', 'channel', 'next_on', 'next_action'];

/** useLeadBatch says what can be changed on many leads at once: whose they are and what comes next. */
export function useLeadBatch(): BatchSpec {
  const all = useLeadFields();
  return {
    fields: fields.flatMap((key) => all.filter((f) => f.key === key)).map((f) => ({ ...f, required: false })),
    clearable: ['next_on', 'next_action'],
    keys: ['leads', 'lead', 'desk'],
    preview: async (query, body) =>
      must(await api.POST('/leads/batch/preview', { params: { query }, body: body as Schemas['LeadPreviewIn'] })),
    apply: async (query, body) => must(await api.POST('/leads/batch', { params: { query }, body: body as Schemas['LeadBatchIn'] })),
  };
}
