import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must, newId, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';

type Need = Schemas['NeedOut'];

/** PaperReason is what may stand for a paper that is not needed, what was written, and the way to write it. */
export function PaperReason({ need: n, name, project, onDone }: { need: Need; name: string; project: string; onDone: () => void }) {
  const { t } = useTranslation('project');
  const may = useMay()('stage.move');
  const papers = n.instead.map((k) => t(`enums:evidence.${k}`)).join('、');
  if (!n.reasoned || (n.met && !n.reason)) return null;
  async function write(reason: string) {
    must(
      await api.POST('/projects/{id}/paper-reasons', {
        params: { path: { id: project } },
        body: { id: newId(), need: n.name, reason },
      }),
    );
    onDone();
  }
  const told = n.reason
    ? t(n.met ? 'reasonStands' : 'reasonWaits', { text: n.reason.reason, name: n.reason.by_name, papers })
    : papers
      ? t('insteadOf', { papers })
      : t('mayReason');
  return (
    <span className="need-reason">
      <span className="small">{told}</span>
      {may && (
        <Editor
          label={n.reason ? t('reasonAgain') : t('reasonFor')}
          link={`${t(n.reason ? 'reasonAgain' : 'reasonFor')} · ${name}`}
          title={t('reasonTitle', { name })}
          hint={t('reasonHint')}
          record={`reason/${project}/${n.name}`}
          initial={{ reason: n.reason?.reason ?? '' }}
          keys={['stage', 'project']}
          fields={[{ key: 'reason', label: t('reasonText'), type: 'area', required: true }]}
          save={(v) => write(String(v.reason))}
        />
      )}
      {may && n.reason && (
        <Button type="link" size="small" aria-label={`${t('reasonBack')} · ${name}`} onClick={() => void write('')}>
          {t('reasonBack')}
        </Button>
      )}
    </span>
  );
}
