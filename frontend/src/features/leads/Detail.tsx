import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { api, etag, must, newId, type Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { pick } from '@/shared/lib/pick';
import { Editor } from '@/shared/ui/Editor';
import { Facts } from '@/shared/ui/Facts';
import { RecordMenu } from '@/shared/ui/keep/RecordMenu';
import { useOptions } from '@/shared/ui/options';
import { Record } from '@/shared/ui/Record';
import { Day, Money } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { useReopen } from '@/shared/ui/undo/useReopen';
import { leadValues, saveLead, useLeadFields } from './form';

export default function LeadDetail() {
  const { id = '' } = useParams({ strict: false });
  const { t } = useTranslation('lead');
  const may = useMay();
  const me = useMe();
  const options = useOptions();
  const navigate = useNavigate();
  const reopen = useReopen('lead');
  const lead = useQuery({ queryKey: ['lead', id], queryFn: async () => must(await api.GET('/leads/{id}', { params: { path: { id } } })) });
  const fields = useLeadFields(lead.data);
  if (lead.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (lead.isError) return <Failed error={lead.error} retry={() => lead.refetch()} />;
  const l = lead.data;
  const over = l.state === 'converted';
  const target = { path: { id }, header: { 'If-Match': etag(l.version) } };
  return (
    <Record
      list="/leads"
      listName={t('nav:leads')}
      kind="lead"
      id={id}
      title={l.subject}
      sub={[l.company, t(`enums:leadState.${l.state}`), l.verdict].filter(Boolean).join(' · ')}
      actions={
        <>
          {may('lead.write') && !over && (
            <Editor
              label={t('common:edit')}
              hotkey="e"
              title={l.subject}
              fields={fields}
              initial={leadValues(l)}
              save={(v) => saveLead(v, l)}
              keys={['lead', 'leads']}
            />
          )}
          {may('lead.assess') && !over && (
            <Editor
              label={t('assess')}
              title={t('assess')}
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
              primary
              label={t('convert')}
              title={t('convert')}
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
                { key: 'credit_code', label: t('client:creditCode'), type: 'text' },
              ]}
              save={async (v) => {
                const body = {
                  project_id: newId(),
                  ...pick(v, [
                    'project_name',
                    'kind',
                    'total_investment',
                    'responsible_unit_id',
                    'host_unit_id',
                    'leader_ids',
                    'credit_code',
                  ]),
                };
                const made = must(await api.POST('/leads/{id}/convert', { params: target, body: body as Schemas['LeadConvert'] }));
                await navigate({ to: '/projects/$id', params: { id: made.project_id ?? '' } });
              }}
            />
          )}
          <RecordMenu kind="lead" id={l.id} version={l.version} name={l.company} may={may('lead.write') && !over} />
        </>
      }
      facts={
        <Facts
          title={t('one')}
          items={[
            [
              t('company'),
              l.client_id ? (
                <Link to="/clients/$id" params={{ id: l.client_id }}>
                  {l.client_name}
                </Link>
              ) : (
                l.company
              ),
            ],
            [t('amount'), <Money key="m" yuan={l.amount} />],
            [t('channel'), t(`enums:channel.${l.channel}`)],
            [t('referrer'), l.referrer],
            [t('unit'), l.unit_name],
            [t('reportedOn'), l.reported_on],
            [t('receivedAt'), dateTime(l.received_at)],
            [t('owner'), l.owner_name],
            [t('nextOn'), <Day key="d" date={l.next_on} today={me?.today} />],
            [t('nextAction'), l.next_action],
            [t('contactName'), [l.contact_name, l.contact_phone].filter(Boolean).join(' ')],
            [t('note'), l.note],
            [
              t('project:one'),
              l.project_id ? (
                <Link to="/projects/$id" params={{ id: l.project_id }}>
                  {l.project_name}
                </Link>
              ) : (
                ''
              ),
            ],
          ]}
        />
      }
    />
  );
}
