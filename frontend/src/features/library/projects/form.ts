import { useTranslation } from 'react-i18next';
import { planOf } from '@/features/pipeline/funds';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { useMay, useMe } from '@/shared/session/me';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { type BoundSheet, useSheet } from '@/shared/ui/record/sheet';
import { constructions, currencies, horizons, kinds, purposes } from './choices';

type Project = Schemas['ProjectOut'];
type Update = Schemas['ProjectUpdate'];

/** useProjectFields returns the fields of a project's form. */
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
  return (values: Values, p?: Project, dossier = p?.dossier) => saveProject(values, year, p, dossier);
}

/** useProjectSheet returns the sheet by which a project's facts are changed, in place and by its form. */
export function useProjectSheet(p: Project): BoundSheet {
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

/** projectValues returns what a form starts from; of the plans by year it shows the one of this year. */
function projectValues(p: Project, year: number): Values {
  return { ...p, clients: p.client_id ? [p.client_id] : [], year_plans: planOf(p, year) };
}

/** plansWith returns a project's plans by year with another amount for one year, or with none where it is undefined. */
function plansWith(amount: number | undefined, year: number, p?: Project): Update['year_plans'] {
  const others = (p?.year_plans ?? []).filter((y) => y.year !== year);
  return amount === undefined ? others : [...others, { year, amount }].sort((a, b) => a.year - b.year);
}

/** projectBody returns a project as it is sent: what was read, with the form's values over it. */
function projectBody(values: Values, year: number, p?: Project, dossier = p?.dossier) {
  const v = readForm({ clients: p?.client_id ? [p.client_id] : [], ...p, ...values });
  return {
    code: v.text('code'),
    name: v.text('name') ?? '',
    content: v.text('content'),
    purpose: v.choice('purpose', purposes),
    kind: v.choice('kind', kinds),
    industry: v.text('industry'),
    chain: v.text('chain'),
    construction: v.choice('construction', constructions),
    host_unit_id: v.text('host_unit_id'),
    site: v.text('site'),
    land_mu: v.number('land_mu'),
    total_investment: v.number('total_investment'),
    fixed_investment: v.number('fixed_investment'),
    contract_amount: v.number('contract_amount'),
    funds_reported: v.number('funds_reported'),
    currency: v.choice('currency', currencies),
    rate: v.number('rate'),
    rate_on: v.text('rate_on'),
    jobs: v.number('jobs'),
    annual_output: v.number('annual_output'),
    annual_tax: v.number('annual_tax'),
    horizon: v.choice('horizon', horizons),
    high_tech: v.flag('high_tech'),
    high_tech_basis: v.text('high_tech_basis'),
    planned_start: v.text('planned_start'),
    planned_completion: v.text('planned_completion'),
    planned_production: v.text('planned_production'),
    responsible_unit_id: v.text('responsible_unit_id'),
    attracting_unit_id: v.text('attracting_unit_id'),
    channel: v.text('channel'),
    company_name: v.text('company_name'),
    company_code: v.text('company_code'),
    code_override: v.text('code_override'),
    client_id: v.texts('clients')?.[0],
    leader_ids: v.texts('leader_ids'),
    key_levels: p?.key_levels?.map((k) => ({ level: k.level, year: k.year })),
    dossier: dossier?.map((d) => ({ item: d.item, on: d.on })),
    year_plans: ('year_plans' in values ? plansWith(v.number('year_plans'), year, p) : p?.year_plans)?.map((y) => ({
      year: y.year,
      amount: y.amount,
    })),
  } satisfies Complete<Update>;
}

/** saveProject creates a project, or writes over the version that was read. */
async function saveProject(values: Values, year: number, p?: Project, dossier = p?.dossier): Promise<Project> {
  const body = projectBody(values, year, p, dossier);
  if (p) return must(await api.PUT('/projects/{id}', { params: { path: { id: p.id }, header: { 'If-Match': etag(p.version) } }, body }));
  return must(await api.POST('/projects', { body: { ...body, id: newId() } }));
}
