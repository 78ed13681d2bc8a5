import { api, must, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import type { FormReader } from '@/shared/ui/form/readForm';
import { type BatchSpec, withSet } from '@/shared/ui/list/batch';
import { batchChannels, constructions, horizons, kinds, purposes } from './choices';
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

/** setOf returns the fields that a batch sets. */
const setOf = (v: FormReader) =>
  ({
    leader_ids: v.texts('leader_ids'),
    responsible_unit_id: v.text('responsible_unit_id'),
    host_unit_id: v.text('host_unit_id'),
    attracting_unit_id: v.text('attracting_unit_id'),
    kind: v.choice('kind', kinds),
    channel: v.choice('channel', batchChannels),
    chain: v.text('chain'),
    purpose: v.choice('purpose', purposes),
    construction: v.choice('construction', constructions),
    horizon: v.choice('horizon', horizons),
  }) satisfies Complete<Schemas['ProjectSet']>;

/** useProjectBatch returns what can be changed on many projects at once: who answers for them and how they are classed, never where they stand. */
export function useProjectBatch(): BatchSpec {
  const all = useProjectFields();
  return {
    fields: fields.flatMap((key) => all.filter((f) => f.key === key)).map((f) => ({ ...f, required: false })),
    clearable: fields.filter((f) => f !== 'responsible_unit_id'),
    keys: ['projects', 'project'],
    preview: async (query, body) => must(await api.POST('/projects/batch/preview', { params: { query }, body: withSet(body, setOf) })),
    apply: async (query, body) => must(await api.POST('/projects/batch', { params: { query }, body: withSet(body, setOf) })),
  };
}
