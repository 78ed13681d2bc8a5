import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { useMay, useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { Record } from '@/shared/ui/Record';
import { RecordMenu } from '@/shared/ui/recordActions/RecordMenu';
import { Failed, Loading } from '@/shared/ui/State';
import { useReopen } from '@/shared/ui/undo/useReopen';
import { useLeadSheet } from './form';
import { LeadFacts } from './LeadFacts';

type Lead = Schemas['LeadOut'];

/** convertBody returns the project that a lead becomes, as it is sent. */
function convertBody(values: Values) {
  const v = readForm(values);
  return {
    project_id: newId(),
    project_name: v.text('project_name'),
    kind: v.text('kind'),
    total_investment: v.number('total_investment'),
    responsible_unit_id: v.text('responsible_unit_id'),
    host_unit_id: v.text('host_unit_id'),
    leader_ids: v.texts('leader_ids'),
    credit_code: v.text('credit_code'),
    // The rest is taken from the lead by the server.
    client_id: undefined,
    code_override: undefined,
    industry: undefined,
    investor_class: undefined,
  } satisfies Complete<Schemas['LeadConvert']>;
}

export default function LeadDetail() {
  const { id = '' } = useParams({ strict: false });
  const lead = useQuery({ queryKey: ['lead', id], queryFn: async () => must(await api.GET('/leads/{id}', { params: { path: { id } } })) });
  if (lead.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (lead.isError) return <Failed error={lead.error} retry={() => lead.refetch()} />;
  return <OneLead key={id} l={lead.data} />;
}

function OneLead({ l }: { l: Lead }) {
  const { t } = useTranslation('lead');
  const may = useMay();
  const me = useMe();
  const options = useOptions();
  const navigate = useNavigate();
  const sheet = useLeadSheet(l);
  const reopen = useReopen('lead');
  const over = l.state === 'converted';
  const target = { path: { id: l.id }, header: { 'If-Match': etag(l.version) } };
  return (
    <Record
      sheet={sheet}
      listName={t('nav:leads')}
      about={{ company: l.company, lead_ids: [l.id], client_ids: l.client_id ? [l.client_id] : [] }}
      title={l.subject}
      sub={[l.company, t(`enums:leadState.${l.state}`), l.verdict].filter(Boolean).join(' · ')}
      actions={
        <>
          {sheet.may && (
            <Editor
              label={t('common:edit')}
              hotkey="e"
              title={l.subject}
              record={`lead/${l.id}`}
              fields={sheet.fields}
              initial={sheet.values}
              change={sheet.write}
              reread={sheet.reread}
              keys={['lead', 'leads']}
            />
          )}
          {may('lead.assess') && !over && (
            <Editor
              primary={l.state === 'open'}
              label={t('assess')}
              title={t('assess')}
              record={`lead/${l.id}`}
              initial={{ valid: 'yes' }}
              keys={['lead', 'leads']}
              fields={[
                {
                  key: 'valid',
                  label: t('state'),
                  type: 'select',
                  required: true,
                  options: [
                    { value: 'yes', label: t('valid') },
                    { value: 'no', label: t('invalid') },
                  ],
                },
                { key: 'verdict', label: t('verdict'), type: 'area', required: true },
              ]}
              save={async (v) => {
                const valid = v.valid === 'yes';
                reopen(
                  must(await api.POST('/leads/{id}/assess', { params: target, body: { valid, verdict: String(v.verdict) } })),
                  t(valid ? 'assessedValid' : 'assessedInvalid'),
                );
              }}
            />
          )}
          {may('lead.write') && l.state !== 'invalid' && !over && (
            <Editor
              primary={l.state !== 'open' || !may('lead.assess')}
              label={t('convert')}
              title={t('convert')}
              record={`lead/${l.id}`}
              hint={t('convertHint')}
              initial={{ project_name: l.subject, total_investment: l.amount, responsible_unit_id: me?.unit_id, leader_ids: [] }}
              keys={['lead', 'leads', 'projects', 'clients']}
              fields={[
                { key: 'project_name', label: t('projectName'), type: 'text', required: true },
                { key: 'kind', label: t('project:kind'), type: 'select', options: options('kind') },
                { key: 'total_investment', label: t('project:total'), type: 'money' },
                { key: 'responsible_unit_id', label: t('project:responsible'), type: 'unit', required: true },
                { key: 'host_unit_id', label: t('project:host'), type: 'unit' },
                { key: 'leader_ids', label: t('project:leaders'), type: 'leaders' },
                { key: 'credit_code', label: t('client:creditCode'), type: 'code' },
              ]}
              save={async (v) => {
                const made = must(await api.POST('/leads/{id}/convert', { params: target, body: convertBody(v) }));
                await navigate({ to: '/projects/$id', params: { id: made.project_id ?? '' } });
              }}
            />
          )}
          <RecordMenu kind="lead" id={l.id} version={l.version} name={l.company} may={may('lead.write') && !over} />
        </>
      }
      facts={<LeadFacts lead={l} />}
    />
  );
}
