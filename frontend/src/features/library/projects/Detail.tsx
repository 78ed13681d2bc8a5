import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Funds } from '@/features/pipeline/funds';
import { CreditSplit, Signings } from '@/features/pipeline/signings';
import { Denied, StageGate, StageSteps, Verification } from '@/features/pipeline/stages';
import { StartProbability } from '@/features/reporting/reports';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Compose } from '@/shared/ui/record/Compose';
import { Files } from '@/shared/ui/record/Files';
import { SheetProvider } from '@/shared/ui/record/sheet';
import { Timeline } from '@/shared/ui/record/Timeline';
import { Failed, Loading } from '@/shared/ui/State';
import { Dossier } from './Dossier';
import { aboutProject, useProjectSheet } from './form';
import { Head } from './Head';
import { ProjectFacts } from './ProjectFacts';
import { Related } from './Related';
import './detail.css';

export default function ProjectDetail() {
  const { id = '' } = useParams({ strict: false });
  const project = useQuery({
    queryKey: ['project', id],
    queryFn: async () => must(await api.GET('/projects/{id}', { params: { path: { id } } })),
  });
  if (project.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (project.isError) return <Failed error={project.error} retry={() => project.refetch()} />;
  return <Project key={id} p={project.data} />;
}

function Project({ p }: { p: Schemas['ProjectOut'] }) {
  const { t } = useTranslation('project');
  const client = useQueryClient();
  const may = useMay();
  const sheet = useProjectSheet(p);
  const refresh = () =>
    Promise.all(
      ['project', 'stage', 'timeline', 'files', 'projects', 'lights'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  return (
    <SheetProvider value={sheet}>
      <div className="page project">
        <header className="project-head">
          <Head project={p} sheet={sheet} />
          <Denied id={p.id} stage={p.denied} />
          <StageSteps project={p} />
          <StageGate project={p} onMoved={refresh} />
        </header>
        <div className="project-cols">
          <section className="facts" aria-label={t('factsOf')}>
            <ProjectFacts project={p} />
            <Dossier project={p} onChange={refresh} />
          </section>
          <section aria-label={t('common:timeline')}>
            <Compose kind="project" id={p.id} about={aboutProject(p)} may={may('project.write')} />
            <Timeline kind="project" id={p.id} />
          </section>
          <section className="side" aria-label={t('sideOf')}>
            <Funds project={p} />
            <Related project={p} />
            <StartProbability project={p} />
            <Verification id={p.id} />
            <Signings id={p.id} />
            <CreditSplit id={p.id} />
            <Files kind="project" id={p.id} may={may('project.write')} onChange={refresh} />
          </section>
        </div>
      </div>
    </SheetProvider>
  );
}
