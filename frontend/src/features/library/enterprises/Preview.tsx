import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { RecordPreview } from '@/shared/ui/record/RecordPreview';
import { Failed, Loading } from '@/shared/ui/State';
import { EnterpriseFacts } from './EnterpriseFacts';
import { useEnterpriseSheet } from './form';

/** Preview is an enterprise beside its list. */
export default function Preview({ id }: { id: string }) {
  const record = useQuery({
    queryKey: ['enterprise', id],
    queryFn: async () => must(await api.GET('/enterprises/{id}', { params: { path: { id } } })),
  });
  if (record.isPending) return <Loading />;
  if (record.isError) return <Failed error={record.error} retry={() => record.refetch()} />;
  return <Summary r={record.data} />;
}

function Summary({ r }: { r: Schemas['EnterpriseOut'] }) {
  const { t } = useTranslation('enterprise');
  return (
    <RecordPreview
      sheet={useEnterpriseSheet(r)}
      title={r.name}
      sub={t(`enums:operating.${r.state}`)}
      about={{ company: r.name, enterprise_ids: [r.id] }}
    >
      <EnterpriseFacts enterprise={r} />
    </RecordPreview>
  );
}
