import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { Light } from '@/shared/ui/Light';

/** LightOf is a project's light with its reason; one that is not going says how it ended instead. */
export function LightOf({ project: p }: { project: Schemas['ProjectOut'] }) {
  const { t } = useTranslation('project');
  const may = useMay()('report.read');
  const going = p.status === 'active';
  const light = useQuery({
    queryKey: ['lights', p.id, p.version],
    enabled: may && going,
    queryFn: async () => must(await api.GET('/reports/lights', { params: { query: { id: [p.id] } } })).items[0] ?? null,
  });
  if (!going) {
    const why = p.status_reason === 'ledger' ? t('enums:actor.import') : p.status_reason;
    return (
      <span className="light-line">
        {t(`enums:status.${p.status}`)} <span className="small">{why}</span>
      </span>
    );
  }
  if (!light.data) return <span className="light-line">{t(`enums:status.${p.status}`)}</span>;
  const { colour, reason, measured } = light.data;
  const months = Math.ceil(measured.start_overdue_months ?? 0);
  const why = !reason
    ? ''
    : reason === 'start_overdue' && months > 0
      ? t('startOverdue', { n: months })
      : t(`enums:reason.${reason}`, { defaultValue: reason });
  return (
    <span className="light-line">
      <Light colour={colour} /> <span className="small">{why}</span>
    </span>
  );
}
