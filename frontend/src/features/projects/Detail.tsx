import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { daysBetween } from '@/shared/lib/format';
import { useKeys } from '@/shared/lib/keys';
import { useAsked } from '@/shared/ui/asked';
import { Facts } from '@/shared/ui/Facts';
import { FormDrawer } from '@/shared/ui/FormDrawer';
import { RecordMenu } from '@/shared/ui/keep/RecordMenu';
import { Watch } from '@/shared/ui/keep/Watch';
import { MentionInput } from '@/shared/ui/mention/MentionInput';
import { mentioned, nothingSaid } from '@/shared/ui/mention/said';
import { Day, Mark, Money, StageSteps } from '@/shared/ui/Show';
import { Failed, Loading } from '@/shared/ui/State';
import { Timeline } from '@/shared/ui/Timeline';
import { Chance } from './Chance';
import { Credit } from './Credit';
import { Files } from './Files';
import { projectValues, saveProject, useProjectFields } from './form';
import { Neighbours } from './Neighbours';
import { Signings } from './Signings';
import { StageGate } from './StageGate';
import { Funds, Verification } from './Verification';

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
  const today = useMe()?.today ?? '';
  const [edit, setEdit] = useState(false);
  const fields = useProjectFields(p);
  const [initial, setInitial] = useState(projectValues(p));
  const begin = () => {
    setInitial(projectValues(p));
    setEdit(true);
  };
  const [asked, answered] = useAsked('edit');
  const starts = asked && may('project.write');
  useEffect(() => setEdit((now) => now || starts), [starts]);
  useKeys(may('project.write') ? { e: begin } : {});
  const refresh = () =>
    Promise.all(['project', 'stage', 'timeline', 'files', 'projects'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <div className="sub">
            <Link to="/projects">{t('nav:projects')}</Link> / {p.code} <Neighbours id={p.id} />
          </div>
          <h1>
            {p.name}{' '}
            {p.key_levels?.map((k) => (
              <Mark key={`${k.year}${k.level}`} text={`${k.year} ${t(`people:level.${k.level}`)}`} />
            ))}
          </h1>
          <div className="sub">
            {[
              p.host_unit,
              p.responsible_unit,
              p.leaders
                .filter((l) => !l.to_on)
                .map((l) => l.name)
                .join('、'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
        <div style={{ textAlign: 'right' }}>
          <div className="muted small">{t('total')}</div>
          <div style={{ fontSize: 24, fontWeight: 700 }}>
            <Money yuan={p.total_investment} />
          </div>
          <span className="record-acts">
            <Watch kind="project" id={p.id} />
            {may('project.write') && <Button onClick={begin}>{t('common:edit')}</Button>}
            <RecordMenu kind="project" id={p.id} version={p.version} name={p.name} may={may('project.write')} />
          </span>
        </div>
      </div>
      <StageSteps stage={p.stage} reached={p.reached} />
      <div className="sub" style={{ marginBottom: 12 }}>
        {t(`enums:status.${p.status}`)} {p.status_reason && `· ${p.status_reason === 'ledger' ? t('enums:actor.import') : p.status_reason}`}{' '}
        {p.stage_since && today && `· ${t('stayed', { n: daysBetween(p.stage_since, today) })}`}
      </div>
      <StageGate project={p} onMoved={refresh} />
      <div className="cols">
        <section className="facts">
          <Facts
            title={t('duty')}
            items={[
              [
                t('leaders'),
                p.leaders
                  .filter((l) => !l.to_on)
                  .map((l) => l.name)
                  .join('、'),
              ],
              [t('responsible'), p.responsible_unit],
              [t('attracting'), p.attracting_unit],
              [
                t('client'),
                p.client_id ? (
                  <Link to="/clients/$id" params={{ id: p.client_id }}>
                    {p.client_name}
                  </Link>
                ) : (
                  ''
                ),
              ],
              [t('channel'), p.channel && t(`enums:channel.${p.channel}`)],
            ]}
          />
          <Facts
            title={t('basic')}
            items={[
              [t('kind'), p.kind && t(`enums:kind.${p.kind}`)],
              [t('industry'), p.industry_name],
              [t('chain'), p.chain],
              [t('construction'), p.construction && t(`enums:construction.${p.construction}`)],
              [t('content'), p.content],
              [t('host'), [p.host_unit, p.site].filter(Boolean).join(' ')],
              [t('land'), p.land_mu],
              [t('company'), p.company_name],
            ]}
          />
          <Facts
            title={t('money')}
            items={[
              [t('contract'), <Money key="c" yuan={p.contract_amount} />],
              [t('fixed'), <Money key="f" yuan={p.fixed_investment} />],
              [t('funds'), <Money key="r" yuan={p.funds_reported} />],
              [t('output'), <Money key="o" yuan={p.annual_output} />],
              [t('tax'), <Money key="t" yuan={p.annual_tax} />],
              [t('jobs'), p.jobs],
            ]}
          />
          <Facts
            title={t('plan')}
            items={[
              [t('plannedStart'), <Day key="s" date={p.planned_start} />],
              [t('plannedCompletion'), <Day key="c" date={p.planned_completion} />],
              [t('plannedProduction'), <Day key="p" date={p.planned_production} />],
            ]}
          />
        </section>
        <section>
          <QuickNote id={p.id} onDone={refresh} />
          <Timeline kind="project" id={p.id} />
        </section>
        <section className="side">
          <h2>
            {t('dossier')} <span className="money">{p.completeness}</span>
          </h2>
          <ul className="list">
            {p.dossier_list.map((d) => (
              <li key={d.item} style={{ padding: '4px 0' }}>
                <span className={`need ${d.on ? 'met' : ''}`}>{t(`enums:dossier.${d.item}`)}</span>
                {may('project.write') && !d.on && (
                  <Button
                    size="small"
                    type="link"
                    onClick={() => saveProject({ dossier: [...(p.dossier ?? []), { item: d.item, on: today }] }, p).then(refresh)}
                  >
                    {t('have')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <Verification id={p.id} />
          <Chance project={p} />
          <Signings id={p.id} />
          <Credit id={p.id} />
          <Funds id={p.id} />
          <Files kind="project" id={p.id} may={may('project.write')} onChange={refresh} />
        </section>
      </div>
      <FormDrawer
        title={p.name}
        open={edit}
        onClose={() => {
          setEdit(false);
          if (starts) answered();
        }}
        fields={fields}
        initial={initial}
        submit={async (v) => {
          try {
            await saveProject(v, p);
          } catch (e) {
            if (e instanceof ApiError && e.status === 412) await refresh();
            throw e;
          }
          await refresh();
        }}
      />
    </div>
  );
}

function QuickNote({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('project');
  const { message } = App.useApp();
  const [kind, setKind] = useState<'progress' | 'phone' | 'problem'>('progress');
  const [said, setSaid] = useState(nothingSaid);
  const { text } = said;
  async function record() {
    try {
      must(await api.POST('/timeline', { body: { subject_kind: 'project', subject_id: id, kind, text, mentions: mentioned(said) } }));
      setSaid(nothingSaid);
      onDone();
    } catch (e) {
      void message.error(String(e));
    }
  }
  return (
    <div style={{ border: '1px solid var(--field-line)', borderRadius: 8, padding: 8 }}>
      <Segmented
        size="small"
        value={kind}
        onChange={setKind}
        options={(['progress', 'phone', 'problem'] as const).map((k) => ({ value: k, label: t(`enums:action.note_${k}`) }))}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter from the field inside */}
      <div
        style={{ display: 'flex', gap: 8, marginTop: 6 }}
        onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.nativeEvent.isComposing && text.trim() && void record()}
      >
        <MentionInput
          plain
          kind="project"
          id={id}
          label={t('addNote')}
          placeholder={t('notePlaceholder')}
          value={said}
          onChange={setSaid}
        />
        <Button type="primary" disabled={!text.trim()} onClick={record}>
          {t('record')}
        </Button>
      </div>
    </div>
  );
}
