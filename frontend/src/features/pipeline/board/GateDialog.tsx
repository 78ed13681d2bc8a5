import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { StageGate } from '@/features/pipeline/stages';
import { api, must } from '@/shared/api/client';
import { Failed, Loading } from '@/shared/ui/State';
import { useLaneName } from './useLaneName';

/** GateDialog shows what a stage still asks for after it refused a project, and closes once the project is in. */
export function GateDialog({ id, name, to, onClose }: { id: string; name: string; to: string; onClose: () => void }) {
  const { t } = useTranslation('project');
  const client = useQueryClient();
  const stage = useLaneName()(to);
  const project = useQuery({
    queryKey: ['project', id],
    queryFn: async () => must(await api.GET('/projects/{id}', { params: { path: { id } } })),
  });
  const there = project.data?.stage === to;
  useEffect(() => {
    if (there) onClose();
  }, [there, onClose]);
  const refresh = () => Promise.all(['project', 'stage', 'projects', 'files'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return (
    <Modal open title={t('board.gate', { name, stage })} onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <p className="muted">{t('board.gateHint')}</p>
      {project.isPending && <Loading />}
      {project.isError && <Failed error={project.error} retry={() => project.refetch()} />}
      {project.isSuccess && <StageGate project={project.data} toward={to} onMoved={refresh} />}
      <Link to="/projects/$id" params={{ id }}>
        {t('board.openProject')}
      </Link>
    </Modal>
  );
}
