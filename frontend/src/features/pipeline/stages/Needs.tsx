import { useQuery } from '@tanstack/react-query';
import { App, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { upload } from '@/shared/ui/record/upload';
import { stages } from '@/shared/ui/Show';
import { PaperReason } from './PaperReason';

type Need = Schemas['NeedOut'];
type Project = Schemas['ProjectOut'];

/** historyToward is the query of a project's history and of what a stage, or the next one, requires. */
export const historyToward = (id: string, toward?: string) => ({
  queryKey: ['stage', id, toward],
  queryFn: async () => must(await api.GET('/projects/{id}/stage-events', { params: { path: { id }, query: toward ? { toward } : {} } })),
});

/** skippedBetween returns the stages that are left out on the way from one stage to another. */
export function skippedBetween(from: string, to: string): string[] {
  const at = (stage: string) => stages.findIndex((s) => s === stage);
  const [a, b] = [at(from), at(to)];
  return a < 0 ? [] : stages.slice(a + 1, Math.max(b, a + 1));
}

/** useNeedName returns a function that names a requirement. */
export function useNeedName(): (n: Need) => string {
  const { t } = useTranslation('project');
  return (n) =>
    n.key.startsWith('any')
      ? n.any_of.map((k) => t(`enums:evidence.${k}`)).join(t('or'))
      : n.key === 'visit'
        ? t('visit')
        : t(`enums:${n.key}`);
}

/** Toward shows, under the field where a stage is chosen, what the project still needs to enter it, with the uploads for it. */
export function Toward({ project, stage, onDone }: { project: Project; stage: string; onDone: () => void }) {
  const { t } = useTranslation('project');
  const known = stages.some((s) => s === stage);
  const history = useQuery({ ...historyToward(project.id, stage), enabled: known });
  if (!known || !history.data) return null;
  const needs = history.data.needs;
  const missing = needs.filter((n) => !n.met).length;
  return (
    <div className="toward" role="status">
      <b>{missing > 0 ? t('missing', { n: missing }) : t('ready')}</b>
      <Needs project={project} to={stage} needs={needs} onDone={onDone} />
    </div>
  );
}

/** Needs lists what a stage asks for, missing first; where others are skipped, by the stage whose gate asks for it. */
export function Needs({ project, to, needs, onDone }: { project: Project; to: string; needs: Need[]; onDone: () => void }) {
  const { t } = useTranslation('project');
  const skipped = skippedBetween(project.stage, to);
  const list = (of: Need[]) =>
    [...of.filter((n) => !n.met), ...of.filter((n) => n.met)].map((n) => (
      <NeedOf key={n.name} need={n} project={project.id} onDone={onDone} />
    ));
  if (skipped.length === 0) return list(needs);
  return (
    <div className="needs-by-stage">
      <p className="small muted">{t('skips', { stages: skipped.map((s) => t(`enums:stage.${s}`)).join('、') })}</p>
      {[...skipped, to].map((stage) => {
        const of = needs.filter((n) => n.stage === stage);
        return (
          of.length > 0 && (
            <div key={stage}>
              <span className="muted">{t(`enums:stage.${stage}`)}</span>
              {list(of)}
            </div>
          )
        );
      })}
    </div>
  );
}

/** NeedOf is one thing that a stage needs: a dashed ring while it is missing, with the upload right there, and a tick once it is in. */
function NeedOf({ need: n, project, onDone }: { need: Need; project: string; onDone: () => void }) {
  const may = useMay()('stage.move');
  const name = useNeedName()(n);
  const single = n.key.startsWith('evidence.') ? [n.key.slice('evidence.'.length)] : n.any_of;
  // Beside a reason one of other papers is wanted.
  const papers = n.reason ? n.instead : single;
  return (
    <span className={`need ${n.met ? 'met' : ''}`}>
      {name}
      {!n.met && may && papers.map((k) => <UploadOf key={k} kind={k} among={papers.length > 1} project={project} onDone={onDone} />)}
      <PaperReason need={n} name={name} project={project} onDone={onDone} />
    </span>
  );
}

/** UploadOf uploads a paper of a kind; where several kinds are offered, it names its own. */
function UploadOf({ kind, among, project, onDone }: { kind: string; among: boolean; project: string; onDone: () => void }) {
  const { t } = useTranslation('project');
  const { message } = App.useApp();
  const name = t('uploadOf', { name: t(`enums:evidence.${kind}`) });
  return (
    <Upload
      showUploadList={false}
      beforeUpload={(file) => {
        upload('project', project, kind, file).then(onDone, (e) =>
          message.error(e instanceof ApiError ? e.problem.title : t('record:notSent')),
        );
        return false;
      }}
    >
      <Button type="link" size="small" aria-label={name}>
        {among ? name : t('common:upload')}
      </Button>
    </Upload>
  );
}
