import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import { Record } from '@/shared/ui/Record';
import { RecordMenu } from '@/shared/ui/recordActions/RecordMenu';
import { Mark } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { ClientFacts } from './ClientFacts';
import { useClientSheet } from './form';

type Client = Schemas['ClientOut'];

export default function ClientDetail() {
  const { id = '' } = useParams({ strict: false });
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
  return <OneClient key={id} c={client.data} />;
}

function OneClient({ c }: { c: Client }) {
  const { t } = useTranslation('client');
  const sheet = useClientSheet(c);
  return (
    <Record
      sheet={sheet}
      listName={t('nav:clients')}
      about={{ company: c.name, client_ids: [c.id] }}
      title={
        <>
          {c.name} {c.key_account && <Mark text={t('key')} />}
          <Help topic="calls" />
        </>
      }
      sub={[c.credit_code, c.investor_class && t(`enums:investor.${c.investor_class}`), t('callsN', { n: c.calls })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        sheet.may && (
          <>
            <Editor
              label={t('common:edit')}
              hotkey="e"
              title={c.name}
              record={`client/${c.id}`}
              fields={sheet.fields}
              initial={sheet.values}
              change={sheet.write}
              reread={sheet.reread}
              keys={['client', 'clients']}
            />
            <RecordMenu kind="client" id={c.id} version={c.version} name={c.name} may={sheet.may} />
          </>
        )
      }
      facts={
        <>
          <ClientFacts client={c} may={sheet.may} />
          <ProjectsOf client={c.id} />
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
