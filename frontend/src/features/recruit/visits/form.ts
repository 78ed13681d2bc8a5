import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { sendOrKeep } from '@/shared/offline/outbox';
import { useMay } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { type BoundSheet, useSheet } from '@/shared/ui/record/sheet';

type Visit = Schemas['VisitOut'];

/** useVisitFields returns the fields of a visit's form. */
export function useVisitFields(v?: Visit): Field[] {
  const { t } = useTranslation('visit');
  const options = useOptions();
  const known = (kind: string) => (v?.links ?? []).filter((l) => l.kind === kind).map((l) => ({ value: l.id, label: l.name }));
  return [
    { key: 'way', label: t('way'), type: 'select', required: true, options: options('way') },
    { key: 'on', label: t('on'), type: 'date', required: true },
    { key: 'starts_at', label: t('startsAt'), type: 'text', help: '14:30' },
    { key: 'company', label: t('company'), type: 'text', required: true },
    { key: 'leader_id', label: t('leader'), type: 'leader' },
    { key: 'project_ids', label: t('projects'), type: 'projects', known: known('project') },
    { key: 'client_ids', label: t('clients'), type: 'clients', known: known('client') },
    { key: 'enterprise_ids', label: t('enterprises'), type: 'enterprises', known: known('enterprise') },
    { key: 'lead_ids', label: t('leads'), type: 'leads', known: known('lead') },
    { key: 'place', label: t('place'), type: 'text' },
    { key: 'party', label: t('party'), type: 'list' },
    { key: 'purpose', label: t('purpose'), type: 'area' },
  ];
}

export const ways = { out: true, in: true } satisfies Choices<Schemas['VisitUpdate']['way']>;

/** visitBody returns a visit as it is sent: what was read, with the form's values over it. */
function visitBody(values: Values, read?: Visit) {
  const v = readForm({ ...read, ...values });
  return {
    way: v.mustChoose('way', ways),
    on: v.text('on') ?? '',
    starts_at: v.text('starts_at'),
    company: v.text('company') ?? '',
    place: v.text('place'),
    leader_id: v.text('leader_id'),
    party: v.texts('party'),
    met: v.text('met'),
    purpose: v.text('purpose'),
    owner_id: v.text('owner_id'),
    lead_ids: v.texts('lead_ids'),
    client_ids: v.texts('client_ids'),
    project_ids: v.texts('project_ids'),
    enterprise_ids: v.texts('enterprise_ids'),
  } satisfies Complete<Schemas['VisitUpdate']>;
}

/** changeVisit writes over the version that was read. */
export async function changeVisit(values: Values, v: Visit): Promise<Visit> {
  const body = visitBody(values, v);
  return must(await api.PUT('/visits/{id}', { params: { path: { id: v.id }, header: { 'If-Match': etag(v.version) } }, body }));
}

/** saveVisit plans a visit, also without a network. */
export async function saveVisit(values: Values) {
  const made = { ...visitBody(values), id: newId(), mentions: undefined } satisfies Complete<Schemas['VisitCreate']>;
  return sendOrKeep(async () => must(await api.POST('/visits', { body: made })), {
    id: made.id,
    path: '/visits',
    body: made,
    title: String(values.company ?? ''),
  });
}

/** useVisitSheet returns the sheet by which a visit's facts are changed, in place and by its form. */
export function useVisitSheet(r: Visit): BoundSheet {
  const fields = useVisitFields(r);
  return useSheet<Visit>({
    kind: 'visit',
    record: r,
    fields,
    values: (v) => ({ ...v }),
    save: changeVisit,
    load: async () => must(await api.GET('/visits/{id}', { params: { path: { id: r.id } } })),
    lists: ['visits', 'desk', 'calendar'],
    may: useMay()('visit.write') && r.state === 'planned',
  });
}
