import { useTranslation } from 'react-i18next';
import type { Field } from '../form/field';
import { useIndustries, usePeople, useUnits } from '../Pick';
import { Money } from '../Show';

/** FieldValue shows a field's value as people read it: names for IDs, words for codes. */
export function FieldValue({ field: f, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation();
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="muted">—</span>;
  if (f.type === 'money' && typeof value === 'number') return <Money yuan={value} />;
  if (f.type === 'switch') return <>{value ? t('yes') : t('no')}</>;
  if (f.type === 'unit') return <UnitName id={String(value)} />;
  if (f.type === 'industry') return <IndustryName code={String(value)} />;
  const list = Array.isArray(value) ? value.map(String) : [String(value)];
  if (f.type === 'leader' || f.type === 'leaders' || f.type === 'person') return <Names ids={list} leader={f.type !== 'person'} />;
  const choices = [...(f.options ?? []), ...(f.known ?? [])];
  return <>{list.map((v) => choices.find((o) => o.value === v)?.label ?? v).join('、')}</>;
}

function UnitName({ id }: { id: string }) {
  return <>{useUnits().find((u) => u.id === id)?.name ?? id}</>;
}

function IndustryName({ code }: { code: string }) {
  return <>{useIndustries().find((o) => o.value === code)?.label ?? code}</>;
}

function Names({ ids, leader }: { ids: string[]; leader: boolean }) {
  const people = usePeople(leader);
  return <>{ids.map((id) => people.find((x) => x.value === id)?.label ?? id).join('、')}</>;
}
