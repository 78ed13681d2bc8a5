import { useTranslation } from 'react-i18next';
import { planOf } from '@/features/pipeline/funds';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { useOptions } from '@/shared/ui/options';
import { type Bound, useSheet } from '@/shared/ui/record/sheet';

type Project = Schemas['ProjectOut'];

/** useProjectFields gives the fields of a project's form. */
export function useProjectFields(p?: Project): Field[] {
  const { t } = useTranslation('project');
  const options = useOptions();
  const year = useYear();
  const client = p?.client_id ? [{ value: p.client_id, label: p.client_name }] : [];
  return [
    { key: 'name', label: t('name'), type: 'text', required: true },
    { key: 'kind', label: t('kind'), type: 'select', options: options('kind') },
    { key: 'responsible_unit_id', label: t('responsible'), type: 'unit', required: true },
    { key: 'clients', label: t('client'), type: 'client', known: client },
    { key: 'total_investment', label: t('total'), type: 'money' },
    { key: 'contract_amount', label: t('contract'), type: 'money' },
    { key: 'fixed_investment', label: t('fixed'), type: 'money' },
    { key: 'funds_reported', label: t('funds'), type: 'money' },
    { key: 'year_plans', label: t('yearPlan', { year }), type: 'money' },
    { key: 'host_unit_id', label: t('host'), type: 'unit' },
    { key: 'leader_ids', label: t('leaders'), type: 'leaders' },
    { key: 'content', label: t('content'), type: 'area' },
    { key: 'industry', label: t('industry'), type: 'industry' },
    { key: 'chain', label: t('chain'), type: 'text' },
    { key: 'channel', label: t('channel'), type: 'select', options: options('channel') },
    { key: 'construction', label: t('construction'), type: 'select', options: options('construction') },
    { key: 'purpose', label: t('purpose'), type: 'select', options: options('purpose') },
    { key: 'horizon', label: t('horizon'), type: 'select', options: options('horizon') },
    { key: 'attracting_unit_id', label: t('attracting'), type: 'unit' },
    { key: 'site', label: t('site'), type: 'text' },
    { key: 'land_mu', label: t('land'), type: 'number' },
    { key: 'jobs', label: t('jobs'), type: 'number' },
    { key: 'annual_output', label: t('output'), type: 'money' },
    { key: 'annual_tax', label: t('tax'), type: 'money' },
    { key: 'planned_start', label: t('plannedStart'), type: 'date' },
    { key: 'planned_completion', label: t('plannedCompletion'), type: 'date' },
    { key: 'planned_production', label: t('plannedProduction'), type: 'date' },
    { key: 'company_name', label: t('company'), type: 'text' },
    { key: 'company_code', label: t('companyCode'), type: 'code' },
    { key: 'code_override', label: t('override'), type: 'text' },
    { key: 'high_tech', label: t('highTech'), type: 'switch' },
    { key: 'high_tech_basis', label: t('highTechBasis'), type: 'text' },
  ];
}

/** useYear is the year of the reader's day. */
export const useYear = () => Number((useMe()?.today ?? '').slice(0, 4));

/** useSaveProject creates a project, or writes over the version that was read. */
export function useSaveProject() {
  const year = useYear();
  return (values: Values, p?: Project) => saveProject(values, year, p);
}

/** useProjectSheet lets a project's facts be changed in place and by its form. */
export function useProjectSheet(p: Project): Bound {
  const fields = useProjectFields(p);
  const year = useYear();
  return useSheet<Project>({
    kind: 'project',
    record: p,
    fields,
    values: (record) => projectValues(record, year),
    save: useSaveProject(),
    load: async () => must(await api.GET('/projects/{id}', { params: { path: { id: p.id } } })),
    lists: ['projects', 'lights'],
    may: useMay()('project.write'),
  });
}

/** aboutProject is whom a visit from a project's page is to. */
export const aboutProject = (p: Project) => ({
  company: p.client_name || p.company_name || p.name,
  project_ids: [p.id],
  client_ids: p.client_id ? [p.client_id] : [],
});

/** projectValues gives what a form starts from; of the plans by year it shows the one of this year. */
function projectValues(p: Project, year: number): Values {
  return { ...p, clients: p.client_id ? [p.client_id] : [], year_plans: planOf(p, year) };
}

/** plansWith puts a year's plan among the others. */
function plansWith(value: unknown, year: number, p?: Project): Project['year_plans'] {
  const others = (p?.year_plans ?? []).filter((y) => y.year !== year);
  return typeof value === 'number' ? [...others, { year, amount: value }].sort((a, b) => a.year - b.year) : others;
}

const facts = [
  'code',
  'name',
  'content',
  'purpose',
  'kind',
  'industry',
  'chain',
  'construction',
  'host_unit_id',
  'site',
  'land_mu',
  'total_investment',
  'fixed_investment',
  'contract_amount',
  'funds_reported',
  'currency',
  'rate',
  'rate_on',
  'jobs',
  'annual_output',
  'annual_tax',
  'key_levels',
  'horizon',
  'high_tech',
  'high_tech_basis',
  'planned_start',
  'planned_completion',
  'planned_production',
  'responsible_unit_id',
  'attracting_unit_id',
  'channel',
  'company_name',
  'company_code',
  'code_override',
  'leader_ids',
  'dossier',
] as const;

async function saveProject(values: Values, year: number, p?: Project): Promise<Project> {
  const all: Values = { ...p, ...values };
  const body: Values = {};
  for (const key of facts) if (all[key] !== undefined && all[key] !== null) body[key] = all[key];
  body.year_plans = 'year_plans' in values ? plansWith(values.year_plans, year, p) : (p?.year_plans ?? []);
  const clients = values.clients ?? (p?.client_id ? [p.client_id] : []);
  const client = Array.isArray(clients) ? clients[0] : undefined;
  if (client) body.client_id = client;
  const wire = body as Schemas['ProjectUpdate'];
  if (p)
    return must(await api.PUT('/projects/{id}', { params: { path: { id: p.id }, header: { 'If-Match': etag(p.version) } }, body: wire }));
  return must(await api.POST('/projects', { body: { ...wire, id: newId() } }));
}
