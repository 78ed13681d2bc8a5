import { useTranslation } from 'react-i18next';
import { sendOrKeep } from '@/offline/outbox';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { pick } from '@/shared/lib/pick';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { useOptions } from '@/shared/ui/options';

type Visit = Schemas['VisitOut'];

/** useVisitFields gives the fields of a visit's form. */
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

const facts = [
  'way',
  'on',
  'starts_at',
  'company',
  'place',
  'leader_id',
  'party',
  'met',
  'purpose',
  'owner_id',
  'lead_ids',
  'client_ids',
  'project_ids',
  'enterprise_ids',
];

/** saveVisit plans a visit, or writes over the version that was read. */
export async function saveVisit(values: Values, v?: Visit) {
  const body = pick({ ...v, ...values }, facts) as Schemas['VisitUpdate'];
  if (v) return must(await api.PUT('/visits/{id}', { params: { path: { id: v.id }, header: { 'If-Match': etag(v.version) } }, body }));
  const made = { ...body, id: newId() };
  return sendOrKeep(async () => must(await api.POST('/visits', { body: made })), {
    id: made.id,
    path: '/visits',
    body: made,
    title: String(values.company ?? ''),
  });
}
