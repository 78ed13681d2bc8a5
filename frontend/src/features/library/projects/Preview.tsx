import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Denied, StageGate } from '@/features/pipeline/stages';
import { api, must, type Schemas } from '@/shared/api/client';
import { isExact, lastDay } from '@/shared/lib/eventDay';
import { daysBetween } from '@/shared/lib/format';
import { useMay, useMe } from '@/shared/session/me';
import { Facts } from '@/shared/ui/Facts';
import { Compose } from '@/shared/ui/record/Compose';
import { SheetProvider } from '@/shared/ui/record/sheet';
import { Timeline } from '@/shared/ui/record/Timeline';
import { Money, StageBar } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { aboutProject, useProjectSheet } from './form';
import { presentLeaders } from './Head';
import { LightOf } from './LightOf';
import './detail.css';

/** Preview is a project beside its list: where it is, what the next stage lacks, the latest entries, and a line to record progress. */
export default function Preview({ id }: { id: string }) {
  const project = useQuery({
    queryKey: ['project', id],
    queryFn: async () => must(await api.GET('/projects/{id}', { params: { path: { id } } })),
  });
  if (project.isPending) return <Loading />;
  if (project.isError) return <Failed error={project.error} retry={() => project.refetch()} />;
  return <Summary p={project.data} />;
}

function Summary({ p }: { p: Schemas['ProjectOut'] }) {
  const { t } = useTranslation('project');
  const client = useQueryClient();
  const sheet = useProjectSheet(p);
  const may = useMay()('project.write');
  const today = useMe()?.today ?? '';
  const refresh = () =>
    Promise.all(['project', 'stage', 'timeline', 'files', 'projects'].map((k) => client.invalidateQueries({ queryKey: [k] })));
  return (
    <SheetProvider value={sheet}>
      <div className="small muted">{p.code}</div>
      <h2>{p.name}</h2>
      <h3>{t('total')}</h3>
      <div className="amount">
        <Money yuan={p.total_investment} />
      </div>
      <h3>
        {t('stage')}
        {p.stage_since &&
          today &&
          ` · ${t(isExact(p.stage_since) ? 'stayed' : 'stayedAtLeast', { n: Math.max(daysBetween(lastDay(p.stage_since), today), 0) })}`}
      </h3>
      <StageBar stage={p.stage} denied={p.denied} />
      <Denied id={p.id} stage={p.denied} />
      <h3>{t('status')}</h3>
      <LightOf project={p} />
      <StageGate project={p} onMoved={refresh} />
      <div className="facts">
        <Facts
          title={t('duty')}
          items={[
            [t('leaders'), presentLeaders(p), 'leader_ids'],
            [t('responsible'), p.responsible_unit, 'responsible_unit_id'],
            [t('client'), p.client_name, 'clients'],
            [t('host'), p.host_unit, 'host_unit_id'],
          ]}
        />
      </div>
      <h3>{t('record:latest')}</h3>
      <Compose kind="project" id={p.id} about={aboutProject(p)} may={may} only="progress" />
      <Timeline kind="project" id={p.id} short />
    </SheetProvider>
  );
}
