import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { RecordPreview } from '@/shared/ui/record/RecordPreview';
import { Failed, Loading } from '@/shared/ui/State';
import { useVisitSheet } from './form';
import { VisitFacts } from './VisitFacts';

/** Preview is a visit beside its list. */
export default function Preview({ id }: { id: string }) {
  const record = useQuery({
    queryKey: ['visit', id],
    queryFn: async () => must(await api.GET('/visits/{id}', { params: { path: { id } } })),
  });
  if (record.isPending) return <Loading />;
  if (record.isError) return <Failed error={record.error} retry={() => record.refetch()} />;
  return <Summary r={record.data} />;
}

function Summary({ r }: { r: Schemas['VisitOut'] }) {
  const { t } = useTranslation('visit');
  return (
    <RecordPreview sheet={useVisitSheet(r)} title={r.company} sub={[r.on, t(`enums:visitState.${r.state}`)].join(' · ')}>
      <VisitFacts visit={r} />
    </RecordPreview>
  );
}
