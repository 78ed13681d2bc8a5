import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { useMay } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { type BoundSheet, useSheet } from '@/shared/ui/record/sheet';

type Client = Schemas['ClientOut'];

/** useClientFields returns the fields of a client's form, in the three fixed blocks. */
export function useClientFields(): Field[] {
  const { t } = useTranslation('client');
  const options = useOptions();
  return [
    { key: 'name', label: t('name'), type: 'text', required: true },
    { key: 'credit_code', label: t('creditCode'), type: 'code' },
    { key: 'code_override', label: t('override'), type: 'text' },
    { key: 'registered_capital', label: t('client:capital'), type: 'money' },
    { key: 'investor_class', label: t('class'), type: 'select', options: options('investor') },
    { key: 'tiers', label: t('tiers'), type: 'multi', options: options('tier') },
    { key: 'origin_name', label: t('origin'), type: 'text' },
    { key: 'strength', label: t('strength'), type: 'area' },
    { key: 'terms', label: t('terms'), type: 'area' },
    { key: 'needs', label: t('needs'), type: 'area' },
    { key: 'key_account', label: t('key'), type: 'switch' },
    { key: 'owner_id', label: t('owner'), type: 'person' },
  ];
}

export const investorClasses = {
  '': true,
  foreign: true,
  central_soe: true,
  state_owned: true,
  private: true,
  hk_macao_taiwan: true,
} satisfies Choices<Schemas['ClientUpdate']['investor_class']>;

/** clientBody returns a client as it is sent: what was read, with the form's values over it. */
function clientBody(values: Values, c?: Client) {
  const v = readForm({ ...c, ...values });
  return {
    name: v.text('name') ?? '',
    credit_code: v.text('credit_code'),
    code_override: v.text('code_override'),
    registered_capital: v.number('registered_capital'),
    investor_class: v.choice('investor_class', investorClasses),
    tiers: v.texts('tiers'),
    origin_code: v.text('origin_code'),
    origin_name: v.text('origin_name'),
    strength: v.text('strength'),
    terms: v.text('terms'),
    needs: v.text('needs'),
    key_account: v.flag('key_account'),
    owner_id: v.text('owner_id'),
    unit_id: v.text('unit_id'),
  } satisfies Complete<Schemas['ClientUpdate']>;
}

/** saveClient creates a client, or writes over the version that was read. */
export async function saveClient(values: Values, c?: Client) {
  const body = clientBody(values, c);
  if (c) return must(await api.PUT('/clients/{id}', { params: { path: { id: c.id }, header: { 'If-Match': etag(c.version) } }, body }));
  return must(await api.POST('/clients', { body: { ...body, id: newId() } }));
}

/** useClientSheet returns the sheet by which a client's facts are changed, in place and by its form. */
export function useClientSheet(r: Client): BoundSheet {
  const fields = useClientFields();
  return useSheet<Client>({
    kind: 'client',
    record: r,
    fields,
    values: (c) => ({ ...c }),
    save: saveClient,
    load: async () => must(await api.GET('/clients/{id}', { params: { path: { id: r.id } } })),
    lists: ['clients'],
    may: useMay()('client.write'),
  });
}
