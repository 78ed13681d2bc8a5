import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { Record } from '@/shared/ui/Record';
import { RecordMenu } from '@/shared/ui/recordActions/RecordMenu';
import { Failed, Loading } from '@/shared/ui/State';
import { EnterpriseFacts } from './EnterpriseFacts';
import { useEnterpriseSheet } from './form';

export default function EnterpriseDetail() {
  const { id = '' } = useParams({ strict: false });
  const q = useQuery({
    queryKey: ['enterprise', id],
    queryFn: async () => must(await api.GET('/enterprises/{id}', { params: { path: { id } } })),
  });
  if (q.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (q.isError) return <Failed error={q.error} retry={() => q.refetch()} />;
  return <OneEnterprise key={id} e={q.data} />;
}

function OneEnterprise({ e }: { e: Schemas['EnterpriseOut'] }) {
  const { t } = useTranslation('enterprise');
  const sheet = useEnterpriseSheet(e);
  return (
    <Record
      sheet={sheet}
      listName={t('nav:enterprises')}
      about={{ company: e.name, enterprise_ids: [e.id] }}
      title={e.name}
      sub={[e.credit_code, t(`enums:operating.${e.state}`), e.state_since].filter(Boolean).join(' · ')}
      actions={
        sheet.may && (
          <>
            <Editor
              label={t('common:edit')}
              hotkey="e"
              title={e.name}
              record={`enterprise/${e.id}`}
              fields={sheet.fields}
              initial={sheet.values}
              change={sheet.write}
              reread={sheet.reread}
              keys={['enterprise', 'enterprises']}
            />
            <RecordMenu kind="enterprise" id={e.id} version={e.version} name={e.name} may={sheet.may} />
          </>
        )
      }
      facts={<EnterpriseFacts enterprise={e} />}
    />
  );
}
