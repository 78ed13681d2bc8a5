import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, etag, must, type Schemas } from '@/shared/api/client';
import { addDays } from '@/shared/lib/format';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';
import { isMentionText, mentioned, noMentions } from '@/shared/ui/mention/mentionText';
import { useOptions } from '@/shared/ui/options';
import { Record } from '@/shared/ui/Record';
import { RecordMenu } from '@/shared/ui/recordActions/RecordMenu';
import { Failed, Loading } from '@/shared/ui/State';
import { useReopen } from '@/shared/ui/undo/useReopen';
import { useVisitSheet } from './form';
import { VisitFacts } from './VisitFacts';

export default function VisitDetail() {
  const { id = '' } = useParams({ strict: false });
  const visit = useQuery({
    queryKey: ['visit', id],
    queryFn: async () => must(await api.GET('/visits/{id}', { params: { path: { id } } })),
  });
  if (visit.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (visit.isError) return <Failed error={visit.error} retry={() => visit.refetch()} />;
  return <OneVisit key={id} v={visit.data} />;
}

function OneVisit({ v }: { v: Schemas['VisitOut'] }) {
  const { t } = useTranslation('visit');
  const options = useOptions();
  const sheet = useVisitSheet(v);
  const may = useMay();
  const reopen = useReopen('visit');
  const target = { path: { id: v.id }, header: { 'If-Match': etag(v.version) } };
  const text = (x: unknown) => (typeof x === 'string' ? x : '');
  async function complete(x: Values) {
    const step = text(x.step);
    const said = isMentionText(x.summary) ? x.summary : noMentions;
    const outcome = x.outcome === 'agreement' || x.outcome === 'intent' ? x.outcome : 'none';
    const body = {
      outcome,
      summary: said.text,
      mentions: mentioned(said),
      met: text(x.met),
      steps: step ? [{ title: step, due_on: text(x.due_on) || addDays(v.on, 7) }] : [],
    } as const;
    const made = must(await api.POST('/visits/{id}/complete', { params: target, body: { ...body, steps: [...body.steps] } }));
    reopen(made, t('completed'));
  }
  return (
    <Record
      sheet={sheet}
      listName={t('nav:visits')}
      title={v.company}
      sub={[t(`enums:way.${v.way}`), v.on, v.starts_at, v.place, t(`enums:visitState.${v.state}`)].filter(Boolean).join(' · ')}
      actions={
        <>
          {sheet.may && (
            <>
              <Editor
                label={t('common:edit')}
                hotkey="e"
                title={v.company}
                record={`visit/${v.id}`}
                fields={sheet.fields}
                initial={sheet.values}
                change={sheet.write}
                reread={sheet.reread}
                keys={['visit', 'visits', 'desk']}
              />
              <Editor
                label={t('cancelVisit')}
                title={t('cancelVisit')}
                record={`visit/${v.id}`}
                fields={[{ key: 'reason', label: t('reason'), type: 'text', required: true }]}
                initial={{}}
                keys={['visit', 'visits', 'desk']}
                save={async (x) =>
                  reopen(must(await api.POST('/visits/{id}/cancel', { params: target, body: { reason: text(x.reason) } })), t('cancelled'))
                }
              />
              <Editor
                primary
                label={t('complete')}
                title={t('complete')}
                record={`visit/${v.id}`}
                initial={{ outcome: 'none', met: v.met }}
                keys={['visit', 'visits', 'desk']}
                fields={[
                  { key: 'outcome', label: t('outcome'), type: 'select', required: true, options: options('outcome') },
                  { key: 'met', label: t('met'), type: 'text' },
                  { key: 'summary', label: t('summary'), type: 'said', required: true, on: { kind: 'visit', id: v.id } },
                  { key: 'step', label: t('steps'), type: 'text' },
                  { key: 'due_on', label: t('dueOn'), type: 'date' },
                ]}
                save={complete}
              />
            </>
          )}
          <RecordMenu kind="visit" id={v.id} version={v.version} name={v.company} may={may('visit.write')} />
        </>
      }
      facts={<VisitFacts visit={v} />}
    />
  );
}
