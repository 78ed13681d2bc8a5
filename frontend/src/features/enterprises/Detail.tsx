import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { Facts } from '@/shared/ui/Facts';
import { RecordMenu } from '@/shared/ui/keep/RecordMenu';
import { Record } from '@/shared/ui/Record';
import { Failed, Loading } from '@/shared/ui/State';
import { saveEnterprise, useEnterpriseFields } from './form';

export default function EnterpriseDetail() {
  const { id = '' } = useParams({ strict: false });
  const { t } = useTranslation('enterprise');
  const may = useMay()('enterprise.write');
  const fields = useEnterpriseFields();
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
  const e = q.data;
  return (
    <Record
      list="/enterprises"
      listName={t('nav:enterprises')}
      kind="enterprise"
      id={id}
      title={e.name}
      sub={[e.credit_code, t(`enums:operating.${e.state}`), e.state_since].filter(Boolean).join(' · ')}
      actions={
        may && (
          <>
            <Editor
              label={t('common:edit')}
              hotkey="e"
              title={e.name}
              fields={fields}
              initial={{ ...e }}
              save={(v) => saveEnterprise(v, e)}
              keys={['enterprise', 'enterprises']}
            />
            <RecordMenu kind="enterprise" id={e.id} version={e.version} name={e.name} may={may} />
          </>
        )
      }
      facts={
        <Facts
          title={t('one')}
          items={[
            [t('host'), e.host_unit],
            [t('unit'), e.unit_name],
            [t('industry'), e.industry_name],
            [t('aboveScale'), e.above_scale ? t('common:yes') : t('common:no')],
            [t('products'), e.products],
            [t('upstream'), e.upstream],
            [t('downstream'), e.downstream],
            [
              t('leaders'),
              e.leaders
                .filter((l) => !l.to_on)
                .map((l) => l.name)
                .join('、'),
            ],
            [t('requests'), e.requests],
          ]}
        />
      }
    />
  );
}
