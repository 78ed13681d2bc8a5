import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { sendOrKeep } from '@/shared/offline/outbox';
import { useMay } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { type BoundSheet, useSheet } from '@/shared/ui/record/sheet';

type Lead = Schemas['LeadOut'];

/** useLeadFields returns the fields of a lead's form: three are enough. */
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

/** leadValues returns a form's values of a lead. */
export const leadValues = (l: Lead): Values => ({ ...l, referrer: referrerOf(l)[0]?.value ?? '' });

export const channels = {
  professional: true,
  leader: true,
  doorstep: true,
  referral: true,
  stationed: true,
  event: true,
  intermediary: true,
  online: true,
  self: true,
} satisfies Choices<Schemas['LeadUpdate']['channel']>;

const referrerKinds = { '': true, enterprise: true, client: true, person: true } satisfies Choices<Schemas['LeadUpdate']['referrer_kind']>;

/** leadBody returns a lead as it is sent: what was read, with the form's values over it. */
function leadBody(values: Values, l?: Lead) {
  const [kind = '', id] = String(values.referrer ?? '').split('/');
  const referrer = 'referrer' in values ? { referrer_kind: kind, referrer_id: id } : {};
  const v = readForm({ ...l, ...values, ...referrer });
  return {
    company: v.text('company') ?? '',
    subject: v.text('subject') ?? '',
    channel: v.mustChoose('channel', channels),
    amount: v.number('amount'),
    industry: v.text('industry'),
    contact_name: v.text('contact_name'),
    contact_phone: v.text('contact_phone'),
    note: v.text('note'),
    referrer_kind: v.choice('referrer_kind', referrerKinds),
    referrer_id: v.text('referrer_id'),
    referrer_name: v.text('referrer_name'),
    owner_id: v.text('owner_id'),
    next_on: v.text('next_on'),
    next_action: v.text('next_action'),
  } satisfies Complete<Schemas['LeadUpdate']>;
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

/** useLeadSheet returns the sheet by which a lead's facts are changed, in place and by its form. */
export function useLeadSheet(r: Lead): BoundSheet {
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
