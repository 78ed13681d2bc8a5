import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';

type PickProps = { value?: string; onChange?: (v: string | undefined) => void; id?: string; placeholder?: string };
type PicksProps = { value?: string[]; onChange?: (v: string[]) => void; id?: string };

/** useUnits returns the tree of units as choices. */
export function useUnits() {
  const units = useQuery({ queryKey: ['units'], queryFn: async () => must(await api.GET('/units', {})).items, staleTime: 300_000 });
  return units.data ?? [];
}

/** useIndustries returns the divisions of GB/T 4754 as choices. */
export function useIndustries() {
  const industries = useQuery({
    queryKey: ['industries'],
    queryFn: async () => must(await api.GET('/industries', {})).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (industries.data ?? []).map((i) => ({ value: i.code, label: `${i.section}${i.code} ${i.name}` }));
}

/** PickIndustry chooses a division of GB/T 4754. */
export function PickIndustry(p: PickProps) {
  return <Select {...p} allowClear showSearch={{ optionFilterProp: 'label' }} options={useIndustries()} />;
}

/** PickUnit chooses a unit by name. */
export function PickUnit(p: PickProps) {
  const units = useUnits();
  return (
    <Select {...p} allowClear showSearch={{ optionFilterProp: 'label' }} options={units.map((u) => ({ value: u.id, label: u.name }))} />
  );
}

/** everybody reads all pages of people: a person who is missing from the options cannot be chosen. */
async function everybody(leader: boolean) {
  const read = async (cursor: string) =>
    must(
      await api.GET('/people', { params: { query: { limit: 200, ...(leader ? { leader: true } : {}), ...(cursor ? { cursor } : {}) } } }),
    );
  let page = await read('');
  const all = page.items;
  while (page.next) {
    page = await read(page.next);
    all.push(...page.items);
  }
  return all;
}

/** usePeople returns people, or leaders alone, as choices. */
export function usePeople(leader: boolean) {
  const people = useQuery({
    queryKey: ['people-pick', leader],
    queryFn: () => everybody(leader),
    staleTime: 60_000,
  });
  return (people.data ?? []).map((x) => ({
    value: x.id,
    name: x.name,
    label: x.posts[0]?.title ? `${x.name} · ${x.posts[0].title}` : x.name,
  }));
}

/** PickLeader chooses a county or principal leader. */
export function PickLeader(p: PickProps) {
  return <Select {...p} allowClear showSearch={{ optionFilterProp: 'label' }} options={usePeople(true)} />;
}

/** PickLeaders chooses several. */
export function PickLeaders(p: PicksProps) {
  return <Select {...p} mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={usePeople(true)} />;
}

/** PickPerson chooses anybody. */
export function PickPerson(p: PickProps) {
  return <Select {...p} allowClear showSearch={{ optionFilterProp: 'label' }} options={usePeople(false)} />;
}

type RecordKind = 'project' | 'client' | 'enterprise' | 'lead' | 'person';

function useHits(kind: RecordKind, text: string) {
  const hits = useQuery({
    queryKey: ['search', kind, text],
    queryFn: async () => must(await api.GET('/search', { params: { query: { q: text, kind: [kind], limit: 20 } } })).items,
    enabled: text.trim() !== '',
  });
  return (hits.data ?? []).map((h) => ({ value: h.id, label: h.title }));
}

/** PickRecords chooses records of a kind by searching; known names those chosen before. */
export function PickRecords({
  kind,
  known,
  single,
  ...p
}: PicksProps & { kind: RecordKind; known?: { value: string; label: string }[]; single?: boolean }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useHits(kind, text);
  const options = [...found, ...(known ?? []).filter((k) => !found.some((f) => f.value === k.value))];
  return (
    <Select
      {...p}
      mode="multiple"
      maxCount={single ? 1 : undefined}
      placeholder={t('keywordHint')}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
    />
  );
}

/** PickReferrer chooses the client, enterprise or person of the libraries who brought a lead: "kind/id". */
export function PickReferrer({ known, value, onChange, ...p }: PickProps & { known?: { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const hits = useQuery({
    queryKey: ['search', 'referrer', text],
    queryFn: async () =>
      must(await api.GET('/search', { params: { query: { q: text, kind: ['client', 'enterprise', 'person'], limit: 20 } } })).items,
    enabled: text.trim() !== '',
  });
  const found = (hits.data ?? []).map((h) => ({ value: `${h.kind}/${h.id}`, label: `${h.title} · ${t(`enums:subject.${h.kind}`)}` }));
  const options = [...found, ...(known ?? []).filter((k) => !found.some((f) => f.value === k.value))];
  return (
    <Select
      {...p}
      value={value || undefined}
      onChange={(v?: string) => onChange?.(v ?? '')}
      allowClear
      placeholder={t('keywordHint')}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
    />
  );
}
