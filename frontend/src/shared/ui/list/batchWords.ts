import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { useIndustries } from '../Pick';

type Setting = Schemas['BatchSetting'];
type Kind = Schemas['MadeBatchOut']['kind'];

// What a list's form calls a field; the rest is called as the field itself is.
const labels: Record<Kind, Record<string, string>> = {
  project: {
    leader_ids: 'project:leaders',
    responsible_unit_id: 'project:responsible',
    attracting_unit_id: 'project:attracting',
    host_unit_id: 'project:host',
  },
  lead: { owner_id: 'lead:owner', next_on: 'lead:nextOn', next_action: 'lead:nextAction' },
  client: { owner_id: 'client:owner', unit_id: 'client:unit', investor_class: 'client:class' },
  enterprise: { leader_ids: 'enterprise:leaders', host_unit_id: 'enterprise:host', unit_id: 'enterprise:unit' },
  visit: { owner_id: 'visit:owner', leader_id: 'visit:leader' },
};

// The vocabulary that a field's words are of.
const words: Record<Kind, Record<string, string>> = {
  project: { kind: 'kind', channel: 'channel', purpose: 'purpose', construction: 'construction', horizon: 'horizon' },
  lead: { channel: 'channel' },
  client: { investor_class: 'investor', tiers: 'tier' },
  enterprise: { state: 'operating' },
  visit: { way: 'way' },
};

/** useBatchWords returns a function that describes what a batch set, for any list. */
export function useBatchWords(): (kind: Kind, s: Setting) => { label: string; value: string } {
  const { t } = useTranslation('list');
  const industries = useIndustries();
  return (kind, { field, value }) => {
    const table = words[kind][field];
    const one = (v: string) => {
      if (field === 'industry') return industries.find((o) => o.value === v)?.label ?? v;
      return table ? t(`enums:${table}.${v}`) : v;
    };
    const parts = table ? value.split(',') : [value];
    return { label: t(labels[kind][field] ?? `${kind}:${field}`), value: value === '' ? t('nothing') : parts.map(one).join('、') };
  };
}
