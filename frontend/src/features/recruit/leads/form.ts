import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { pick } from '@/shared/lib/pick';
import { sendOrKeep } from '@/shared/offline/outbox';
import { useMay } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { useOptions } from '@/shared/ui/options';
import { type Bound, useSheet } from '@/shared/ui/record/sheet';

type Lead = Schemas['LeadOut'];

/** useLeadFields gives the fields of a lead's form: three are enough. */
export function useLeadFields(l?: Lead): Field[] {
  const { t } = useTranslation('lead');
  const options = useOptions();
  return [
    { key: 'company', label: t('company'), type: 'text', required: true },
    { key: 'subject', label: t('subject'), type: 'text', required: true },
    { key: 'channel', label: t('channel'), type: 'select', required: true, options: options('channel') },
    { key: 'amount', label: t('amount'), type: 'money' },
    { key: 'referrer', label: t('referrerRecord'), type: 'referrer', help: t('referrerHint'), known: referrerOf(l) },
    { key: 'referrer_name', label: t('referrerName'), type: 'text' },
    { key: 'contact_name', label: t('contactName'), type: 'text' },
    { key: 'contact_phone', label: t('contactPhone'), type: 'phone' },
    { key: 'next_on', label: t('nextOn'), type: 'date' },
    { key: 'next_action', label: t('nextAction'), type: 'text' },
    { key: 'owner_id', label: t('owner'), type: 'person' },
    { key: 'note', label: t('note'), type: 'area' },
  ];
}

/** referrerOf names the referrer that a lead has, for the picker. */
export function referrerOf(l?: Lead) {
  return l?.referrer_id ? [{ value: `${l.referrer_kind}/${l.referrer_id}`, label: l.referrer_name ?? '' }] : [];
}

/** leadValues gives a form's values of a lead. */
export const leadValues = (l: Lead): Values => ({ ...l, referrer: referrerOf(l)[0]?.value ?? '' });

const facts = [
  'company',
  'subject',
  'channel',
  'amount',
  'industry',
  'contact_name',
  'contact_phone',
  'note',
  'referrer_kind',
  'referrer_id',
  'referrer_name',
  'owner_id',
  'next_on',
  'next_action',
];

function leadBody(values: Values, l?: Lead) {
  const [kind = '', id] = String(values.referrer ?? '').split('/');
  const referrer = 'referrer' in values ? { referrer_kind: kind, referrer_id: id } : {};
  return pick({ ...l, ...values, ...referrer }, facts) as Schemas['LeadUpdate'];
}

/** changeLead writes over the version that was read. */
export async function changeLead(values: Values, l: Lead): Promise<Lead> {
  const target = { path: { id: l.id }, header: { 'If-Match': etag(l.version) } };
  return must(await api.PUT('/leads/{id}', { params: target, body: leadBody(values, l) }));
}

/** saveLead logs a lead, also without a network. */
export async function saveLead(values: Values) {
  const made = { ...leadBody(values), id: newId() };
  return sendOrKeep(async () => must(await api.POST('/leads', { body: made })), {
    id: made.id,
    path: '/leads',
    body: made,
    title: String(values.company ?? values.subject ?? ''),
  });
}

/** useLeadSheet lets a lead's facts be changed in place and by its form. */
export function useLeadSheet(r: Lead): Bound {
  const fields = useLeadFields(r);
  return useSheet<Lead>({
    kind: 'lead',
    record: r,
    fields,
    values: leadValues,
    save: changeLead,
    load: async () => must(await api.GET('/leads/{id}', { params: { path: { id: r.id } } })),
    lists: ['leads', 'desk'],
    may: useMay()('lead.write') && r.state !== 'converted',
  });
}
