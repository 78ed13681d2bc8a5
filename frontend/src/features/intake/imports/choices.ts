import { useTranslation } from 'react-i18next';
import { useIndustries, usePeople, useUnits } from '@/shared/ui/Pick';
import type { Column } from './columns';

export type Choice = { value: string; label: string };

/** closed reports whether a column's cells are chosen from a list: names of people only where one of them is nobody's. */
export function closed(c: Column, stranger: string): boolean {
  if (c.type === 'people') return stranger !== '';
  return c.choices.length > 0 || c.type === 'unit' || c.type === 'industry';
}

/** useChoices returns what may stand in a cell of a column; of several people the stranger alone is replaced. */
export function useChoices(c: Column, text: string, stranger: string): Choice[] {
  const { t } = useTranslation('imports');
  const units = useUnits();
  const industries = useIndustries();
  const people = usePeople(c.field === 'leader');
  const plain = (all: string[]) => all.map((value) => ({ value, label: value }));
  const some = {
    unit: () => plain(units.map((u) => u.name)),
    industry: () => industries,
    people: () => people.map((p) => ({ value: text.replace(stranger, p.name), label: p.label })),
  }[c.type];
  const all = some ? some() : plain(c.choices);
  return c.required ? all : [...all, { value: '', label: t('leaveBlank') }];
}
