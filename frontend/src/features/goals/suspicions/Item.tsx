import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, etag, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import { Evidence } from '@/shared/ui/finding/Evidence';
import { useFinding } from '@/shared/ui/finding/useFinding';

type Suspicion = Schemas['SuspicionOut'];

/** Item is one suspicion: what is odd, on which project, by which facts, and what was said of it. */
export function Item({ s }: { s: Suspicion }) {
  const { t } = useTranslation('suspicion');
  const finding = useFinding();
  const wait = t(`wait.${s.state}`, { unit: s.unit });
  return (
    <>
      <div className="suspicion">
        <h3>
          {t(`enums:suspicion.${s.kind}`)}
          <Link to="/projects/$id" params={{ id: s.project_id }} className="link">
            {s.project}
          </Link>
        </h3>
        <p>{finding({ kind: s.kind, key: s.key, facts: s.evidence })}</p>
        <Evidence facts={s.evidence} />
        {s.answer && <p className="said">{t('said', { name: s.answered_by, text: s.answer })}</p>}
        {s.verdict && <p className="said">{t('ended', { name: s.closed_by, verdict: t(`figures:${s.verdict}`) })}</p>}
        <p className="small muted">{[s.unit, t('foundOn', { on: s.found_on }), wait].filter(Boolean).join(' · ')}</p>
      </div>
      <Answers s={s} />
    </>
  );
}

function Answers({ s }: { s: Suspicion }) {
  const { t } = useTranslation(['figures', 'suspicion']);
  const may = useMay();
  const target = { path: { id: s.id }, header: { 'If-Match': etag(s.version) } };
  const name = `${t(`enums:suspicion.${s.kind}`)} · ${s.project}`;
  const answer = t('answer');
  return (
    <span className="actions">
      <span className={`suspicion-state ${s.state}`}>{t(`enums:suspicionState.${s.state}`)}</span>
      {s.state !== 'closed' && may('project.write') && (
        <Editor
          label={answer}
          title={`${answer} · ${name}`}
          record={`suspicion/${s.id}`}
          initial={{ answer: s.answer }}
          keys={['suspicions', 'desk']}
          fields={[{ key: 'answer', label: answer, type: 'area', required: true }]}
          save={async (v) => must(await api.POST('/suspicions/{id}/answer', { params: target, body: { answer: String(v.answer) } }))}
        />
      )}
      {s.state === 'answered' && may('stage.confirm') && (
        <Editor
          label={t('close')}
          title={`${t('close')} · ${name}`}
          record={`suspicion/${s.id}`}
          hint={t('suspicion:said', { name: s.answered_by, text: s.answer })}
          initial={{}}
          keys={['suspicions', 'desk']}
          fields={[
            {
              key: 'verdict',
              label: t('verdict'),
              type: 'select',
              required: true,
              options: ['cleared', 'upheld'].map((v) => ({ value: v, label: t(v) })),
            },
          ]}
          save={async (v) =>
            must(
              await api.POST('/suspicions/{id}/close', {
                params: target,
                body: { verdict: v.verdict === 'upheld' ? 'upheld' : 'cleared' },
              }),
            )
          }
        />
      )}
    </span>
  );
}
