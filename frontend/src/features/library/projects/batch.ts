import { api, must, type Schemas } from '@/shared/api/client';
import type { BatchSpec } from '@/shared/ui/list/batch';
import { useProjectFields } from './form';

const fields = [
  'leader_ids',
  'responsible_unit_id',
  'host_unit_id',
  'attracting_unit_id',
  'kind',
  'channel',
  'chain',
  'purpose',
  'construction',
  'horizon',
];

/** useProjectBatch says what can be changed on many projects at once: who answers for them and how they are classed, never where they stand. */
export function useProjectBatch(): BatchSpec {
  const all = useProjectFields();
  return {
    fields: fields.flatMap((key) => all.filter((f) => f.key === key)).map((f) => ({ ...f, required: false })),
    clearable: fields.filter((f) => f !== 'responsible_unit_id'),
    keys: ['projects', 'project'],
    preview: async (query, body) =>
      must(await api.POST('/projects/batch/preview', { params: { query }, body: body as Schemas['ProjectPreviewIn'] })),
    apply: async (query, body) => must(await api.POST('/projects/batch', { params: { query }, body: body as Schemas['ProjectBatchIn'] })),
  };
}
