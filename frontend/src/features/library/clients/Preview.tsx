import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { RecordPreview } from '@/shared/ui/record/RecordPreview';
import { Failed, Loading } from '@/shared/ui/State';
import { ClientFacts } from './ClientFacts';
import { useClientSheet } from './form';

/** Preview is a client beside its list. */
export default function Preview({ id }: { id: string }) {
  const record = useQuery({
    queryKey: ['client', id],
    queryFn: async () => must(await api.GET('/clients/{id}', { params: { path: { id } } })),
  });
  if (record.isPending) return <Loading />;
  if (record.isError) return <Failed error={record.error} retry={() => record.refetch()} />;
  return <Summary r={record.data} />;
}

function Summary({ r }: { r: Schemas['ClientOut'] }) {
  const { t } = useTranslation('client');
  return (
    <RecordPreview
      sheet={useClientSheet(r)}
      title={r.name}
      sub={t('callsN', { n: r.calls })}
      about={{ company: r.name, client_ids: [r.id] }}
    >
      <ClientFacts client={r} />
    </RecordPreview>
  );
}
