import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must, newId, type Schemas } from '@/shared/api/client';
import { pick } from '@/shared/lib/pick';
import { Editor } from '@/shared/ui/Editor';
import { Facts } from '@/shared/ui/Facts';
import { RecordMenu } from '@/shared/ui/keep/RecordMenu';
import { RemovePart } from '@/shared/ui/keep/RemovePart';
import { Record } from '@/shared/ui/Record';
import { Mark } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { saveClient, useClientFields } from './form';

export default function ClientDetail() {
  const { id = '' } = useParams({ strict: false });
  const { t } = useTranslation('client');
  const may = useMay()('client.write');
  const fields = useClientFields();
  const client = useQuery({
    queryKey: ['client', id],
    queryFn: async () => must(await api.GET('/clients/{id}', { params: { path: { id } } })),
  });
  if (client.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (client.isError) return <Failed error={client.error} retry={() => client.refetch()} />;
  const c = client.data;
  const contact = [
    { key: 'name', label: t('session:name'), type: 'text', required: true },
    { key: 'title', label: t('title'), type: 'text' },
    { key: 'work_phone', label: t('phone'), type: 'text' },
    { key: 'work_email', label: t('email'), type: 'text' },
  ] as const;
  return (
    <Record
      list="/clients"
      listName={t('nav:clients')}
      kind="client"
      id={id}
      title={
        <>
          {c.name} {c.key_account && <Mark text={t('key')} />}
        </>
      }
      sub={[c.credit_code, c.investor_class && t(`enums:investor.${c.investor_class}`), t('callsN', { n: c.calls })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        may && (
          <>
            <Editor
              label={t('common:edit')}
              hotkey="e"
              title={c.name}
              fields={fields}
              initial={{ ...c }}
              save={(v) => saveClient(v, c)}
              keys={['client', 'clients']}
            />
            <RecordMenu kind="client" id={c.id} version={c.version} name={c.name} may={may} />
          </>
        )
      }
      facts={
        <>
          <Facts
            title={t('profile')}
            items={[
              [t('tiers'), c.tiers?.map((x) => t(`enums:tier.${x}`)).join('、')],
              [t('origin'), c.origin_name],
              [t('strength'), c.strength],
              [t('terms'), c.terms],
              [t('needs'), c.needs],
              [t('owner'), c.owner_name],
              [t('unit'), c.unit_name],
            ]}
          />
          <Facts
            title={t('contacts')}
            items={c.contacts.map((k) => [
              k.name,
              <span key={k.id} className="contact-line">
                {[k.title, k.work_phone, k.work_email].filter(Boolean).join(' · ')}
                {may && <RemovePart kind="contact" id={k.id} name={k.name} keys={['client', 'clients']} />}
              </span>,
            ])}
          />
          {may && (
            <Editor
              label={t('addContact')}
              title={t('addContact')}
              fields={[...contact]}
              initial={{}}
              keys={['client']}
              save={async (v) =>
                must(
                  await api.POST('/contacts', {
                    body: {
                      id: newId(),
                      client_id: id,
                      ...pick(v, ['name', 'title', 'work_phone', 'work_email']),
                    } as Schemas['ContactCreate'],
                  }),
                )
              }
            />
          )}
          <ProjectsOf client={id} />
        </>
      }
    />
  );
}

function ProjectsOf({ client }: { client: string }) {
  const { t } = useTranslation('client');
  const projects = useQuery({
    queryKey: ['projects', 'of', client],
    queryFn: async () => must(await api.GET('/projects', { params: { query: { client_id: client } } })).items,
  });
  return (
    <>
      <h2>{t('projects')}</h2>
      <ul className="list">
        {projects.data?.map((p) => (
          <li key={p.id}>
            <Link to="/projects/$id" params={{ id: p.id }} className="link">
              {p.name}
            </Link>
            <span className="small muted">{t(`enums:stage.${p.stage || 'LEAD'}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
