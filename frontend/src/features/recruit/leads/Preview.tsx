import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { RecordPreview } from '@/shared/ui/record/RecordPreview';
import { Failed, Loading } from '@/shared/ui/State';
import { useLeadSheet } from './form';
import { LeadFacts } from './LeadFacts';

/** Preview is a lead beside its list. */
export default function Preview({ id }: { id: string }) {
  const record = useQuery({
    queryKey: ['lead', id],
    queryFn: async () => must(await api.GET('/leads/{id}', { params: { path: { id } } })),
  });
  if (record.isPending) return <Loading />;
  if (record.isError) return <Failed error={record.error} retry={() => record.refetch()} />;
  return <Summary r={record.data} />;
}

function Summary({ r }: { r: Schemas['LeadOut'] }) {
  const { t } = useTranslation('lead');
  return (
    <RecordPreview
      sheet={useLeadSheet(r)}
      title={r.subject}
      sub={[r.company, t(`enums:leadState.${r.state}`)].join(' · ')}
      about={{ company: r.company, lead_ids: [r.id] }}
    >
      <LeadFacts lead={r} />
    </RecordPreview>
  );
}
