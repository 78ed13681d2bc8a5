import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, etag, must } from '@/shared/api/client';
import { addDays } from '@/shared/lib/format';
import { Editor } from '@/shared/ui/Editor';
import { Facts } from '@/shared/ui/Facts';
import type { Values } from '@/shared/ui/FormDrawer';
import { RecordMenu } from '@/shared/ui/keep/RecordMenu';
import { useOptions } from '@/shared/ui/options';
import { Record } from '@/shared/ui/Record';
import { Failed, Loading } from '@/shared/ui/State';
import { useReopen } from '@/shared/ui/undo/useReopen';
import { saveVisit, useVisitFields } from './form';

export default function VisitDetail() {
  const { id = '' } = useParams({ strict: false });
  const visit = useQuery({
    queryKey: ['visit', id],
    queryFn: async () => must(await api.GET('/visits/{id}', { params: { path: { id } } })),
  });
  const { t } = useTranslation('visit');
  const may = useMay()('visit.write');
  const options = useOptions();
  const reopen = useReopen('visit');
  const fields = useVisitFields(visit.data);
  if (visit.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (visit.isError) return <Failed error={visit.error} retry={() => visit.refetch()} />;
  const v = visit.data;
  const planned = v.state === 'planned';
  const target = { path: { id }, header: { 'If-Match': etag(v.version) } };
  const text = (x: unknown) => (typeof x === 'string' ? x : '');
  async function complete(x: Values) {
    const step = text(x.step);
    const outcome = x.outcome === 'agreement' || x.outcome === 'intent' ? x.outcome : 'none';
    const body = {
      outcome,
      summary: text(x.summary),
      met: text(x.met),
      steps: step ? [{ title: step, due_on: text(x.due_on) || addDays(v.on, 7) }] : [],
    } as const;
    const made = must(await api.POST('/visits/{id}/complete', { params: target, body: { ...body, steps: [...body.steps] } }));
    reopen(made, t('completed'));
  }
  return (
    <Record
      list="/visits"
      listName={t('nav:visits')}
      kind="visit"
      id={id}
      title={v.company}
      sub={[t(`enums:way.${v.way}`), v.on, v.starts_at, v.place, t(`enums:visitState.${v.state}`)].filter(Boolean).join(' · ')}
      actions={
        may && (
          <>
            {planned && (
              <>
                <Editor
                  label={t('common:edit')}
                  hotkey="e"
                  title={v.company}
                  fields={fields}
                  initial={{ ...v }}
                  save={(x) => saveVisit(x, v)}
                  keys={['visit', 'visits', 'desk']}
                />
                <Editor
                  label={t('cancelVisit')}
                  title={t('cancelVisit')}
                  fields={[{ key: 'reason', label: t('reason'), type: 'text', required: true }]}
                  initial={{}}
                  keys={['visit', 'visits', 'desk']}
                  save={async (x) =>
                    reopen(
                      must(await api.POST('/visits/{id}/cancel', { params: target, body: { reason: text(x.reason) } })),
                      t('cancelled'),
                    )
                  }
                />
                <Editor
                  primary
                  label={t('complete')}
                  title={t('complete')}
                  initial={{ outcome: 'none', met: v.met }}
                  keys={['visit', 'visits', 'desk']}
                  fields={[
                    { key: 'outcome', label: t('outcome'), type: 'select', required: true, options: options('outcome') },
                    { key: 'met', label: t('met'), type: 'text' },
                    { key: 'summary', label: t('summary'), type: 'area', required: true },
                    { key: 'step', label: t('steps'), type: 'text' },
                    { key: 'due_on', label: t('dueOn'), type: 'date' },
                  ]}
                  save={complete}
                />
              </>
            )}
            <RecordMenu kind="visit" id={v.id} version={v.version} name={v.company} may={may} />
          </>
        )
      }
      facts={
        <>
          <Facts
            title={t('one')}
            items={[
              [t('leader'), v.leader_name],
              [t('party'), v.party?.join('、')],
              [t('met'), v.met],
              [t('purpose'), v.purpose],
              [t('outcome'), v.outcome && t(`enums:outcome.${v.outcome}`)],
              [t('summary'), v.summary],
              [t('reason'), v.reason],
              [t('people:unit'), v.unit_name],
            ]}
          />
          <h2>{t('linked')}</h2>
          <ul className="list">
            {v.links.map((l) => (
              <li key={l.id}>
                <Link to={`/${l.kind}s/${l.id}`} className="link">
                  {l.name}
                </Link>
                <span className="small muted">{t(`enums:subject.${l.kind}`)}</span>
              </li>
            ))}
          </ul>
          {v.steps.length > 0 && <h2>{t('steps')}</h2>}
          <ul className="list">
            {v.steps.map((s) => (
              <li key={s.id}>
                <span className={`need ${s.done_at ? 'met' : ''}`}>{s.title}</span>
                <span className="small muted">{s.due_on}</span>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
