import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, newId, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';

const categories = {
  land: true,
  building: true,
  equipment: true,
  installation: true,
  working_capital: true,
  registered_capital: true,
  other: true,
} satisfies Choices<Schemas['FundIn']['category']>;
const outsides = { '': true, province: true, city: true, abroad: true } satisfies Choices<Schemas['FundIn']['outside']>;

/** fundBody returns a payment as it is sent; the share from outside is written in percent and sent in hundredths of one. */
function fundBody(values: Values) {
  const v = readForm(values);
  return {
    id: newId(),
    category: v.mustChoose('category', categories),
    amount: v.number('amount'),
    paid_on: v.text('paid_on') ?? '',
    voucher: v.text('voucher') ?? '',
    outside: v.choice('outside', outsides),
    outside_share: Math.round((v.number('outside_percent') ?? 0) * 100),
    evidence: v.texts('evidence'),
    note: v.text('note'),
    corrects: undefined,
    void: undefined,
  } satisfies Complete<Schemas['FundIn']>;
}

/** useFundFields returns the form by which money in place is reported, its evidence among the project's files. */
export function useFundFields(id: string): { fields: Field[]; save: (v: Values) => Promise<unknown> } {
  const { t } = useTranslation('figures');
  const options = useOptions();
  const files = useQuery({
    queryKey: ['files', 'project', id],
    queryFn: async () => must(await api.GET('/attachments', { params: { query: { subject_kind: 'project', subject_id: id } } })).items,
  });
  const evidence = (files.data ?? []).map((f) => ({ value: f.id, label: f.name }));
  return {
    fields: [
      { key: 'category', label: t('category'), type: 'select', required: true, options: options('fundCategory') },
      { key: 'amount', label: t('fundAmount'), type: 'money', required: true },
      { key: 'paid_on', label: t('paidOn'), type: 'date', required: true },
      { key: 'voucher', label: t('voucher'), type: 'text', required: true },
      { key: 'outside', label: t('outside'), type: 'select', options: options('outside') },
      { key: 'outside_percent', label: t('outsideShare'), type: 'number' },
      { key: 'evidence', label: t('evidence'), type: 'multi', options: evidence },
      { key: 'note', label: t('note'), type: 'area' },
    ],
    save: async (v) => must(await api.POST('/projects/{id}/funds', { params: { path: { id } }, body: fundBody(v) })),
  };
}
