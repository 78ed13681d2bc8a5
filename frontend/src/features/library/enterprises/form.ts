import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { useMay } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { type BoundSheet, useSheet } from '@/shared/ui/record/sheet';

type Enterprise = Schemas['EnterpriseOut'];

/** useEnterpriseFields returns the fields of an enterprise's form. */
export function useEnterpriseFields(): Field[] {
  const { t } = useTranslation('enterprise');
  const options = useOptions();
  return [
    { key: 'name', label: t('name'), type: 'text', required: true },
    { key: 'credit_code', label: t('creditCode'), type: 'code' },
    { key: 'code_override', label: t('override'), type: 'text' },
    { key: 'registered_capital', label: t('client:capital'), type: 'money' },
    { key: 'host_unit_id', label: t('host'), type: 'unit' },
    { key: 'industry', label: t('industry'), type: 'industry' },
    { key: 'above_scale', label: t('aboveScale'), type: 'switch' },
    { key: 'state', label: t('state'), type: 'select', options: options('operating') },
    { key: 'state_since', label: t('since'), type: 'date' },
    { key: 'products', label: t('products'), type: 'text' },
    { key: 'upstream', label: t('upstream'), type: 'text' },
    { key: 'downstream', label: t('downstream'), type: 'text' },
    { key: 'leader_ids', label: t('leaders'), type: 'leaders' },
    { key: 'requests', label: t('requests'), type: 'area' },
  ];
}

export const operatingStates = {
  '': true,
  normal: true,
  distressed: true,
  half_halted: true,
  halted: true,
  resumed: true,
} satisfies Choices<Schemas['EnterpriseUpdate']['state']>;

/** enterpriseBody returns an enterprise as it is sent: what was read, with the form's values over it. */
function enterpriseBody(values: Values, e?: Enterprise) {
  const v = readForm({ ...e, ...values });
  return {
    name: v.text('name') ?? '',
    credit_code: v.text('credit_code'),
    code_override: v.text('code_override'),
    registered_capital: v.number('registered_capital'),
    host_unit_id: v.text('host_unit_id'),
    unit_id: v.text('unit_id'),
    industry: v.text('industry'),
    above_scale: v.flag('above_scale'),
    products: v.text('products'),
    upstream: v.text('upstream'),
    downstream: v.text('downstream'),
    state: v.choice('state', operatingStates),
    state_since: v.text('state_since'),
    requests: v.text('requests'),
    leader_ids: v.texts('leader_ids'),
  } satisfies Complete<Schemas['EnterpriseUpdate']>;
}

/** saveEnterprise creates an enterprise, or writes over the version that was read. */
export async function saveEnterprise(values: Values, e?: Enterprise) {
  const body = enterpriseBody(values, e);
  if (e) return must(await api.PUT('/enterprises/{id}', { params: { path: { id: e.id }, header: { 'If-Match': etag(e.version) } }, body }));
  return must(await api.POST('/enterprises', { body: { ...body, id: newId() } }));
}

/** useEnterpriseSheet returns the sheet by which an enterprise's facts are changed, in place and by its form. */
export function useEnterpriseSheet(r: Enterprise): BoundSheet {
  const fields = useEnterpriseFields();
  return useSheet<Enterprise>({
    kind: 'enterprise',
    record: r,
    fields,
    values: (e) => ({ ...e }),
    save: saveEnterprise,
    load: async () => must(await api.GET('/enterprises/{id}', { params: { path: { id: r.id } } })),
    lists: ['enterprises'],
    may: useMay()('enterprise.write'),
  });
}
