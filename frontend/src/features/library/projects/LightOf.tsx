import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Light } from '@/shared/ui/Light';
import { useLightWhy } from '@/shared/ui/lightWhy';

/** LightOf is a project's light with its reason; one that is not going says how it ended instead. */
export function LightOf({ project: p }: { project: Schemas['ProjectOut'] }) {
  const { t } = useTranslation('project');
  const may = useMay()('report.read');
  const why = useLightWhy();
  const going = p.status === 'active';
  const light = useQuery({
    queryKey: ['lights', p.id, p.version],
    enabled: may && going,
    queryFn: async () => must(await api.GET('/reports/lights', { params: { query: { id: [p.id] } } })).items[0] ?? null,
  });
  if (!going) {
    const ended = p.status_reason === 'ledger' ? t('enums:actor.import') : p.status_reason;
    return (
      <span className="light-line">
        {t(`enums:status.${p.status}`)} <span className="small">{ended}</span>
      </span>
    );
  }
  if (!light.data) return <span className="light-line">{t(`enums:status.${p.status}`)}</span>;
  return (
    <span className="light-line">
      <Light colour={light.data.colour} /> <span className="small">{why(light.data)}</span>
    </span>
  );
}
