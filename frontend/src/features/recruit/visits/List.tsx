import { useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { Name, Text } from '@/shared/ui/list/Cells';
import { SubjectList } from '@/shared/ui/list/SubjectList';
import type { Query } from '@/shared/ui/list/types';
import { useOptions } from '@/shared/ui/options';
import { usePeople, useUnits } from '@/shared/ui/Pick';
import { Day } from '@/shared/ui/Show';
import { useVisitBatch } from './batch';
import { saveVisit, useVisitFields } from './form';
import { useVisitGroups } from './groups';

// Read when a row is first opened.
const Preview = lazy(() => import('./Preview'));

type Item = Schemas['VisitItem'];

const load = async (query: Query) => must(await api.GET('/visits', { params: { query } }));

export default function Visits() {
  const { t } = useTranslation(['visit', 'report']);
  const options = useOptions();
  const me = useMe();
  const navigate = useNavigate();
  const fields = useVisitFields();
  const leaders = usePeople(true);
  const people = usePeople(false);
  const units = useUnits().map((u) => ({ value: u.id, label: u.name }));
  const batch = useVisitBatch();
  const groups = useVisitGroups();
  return (
    <SubjectList<Item>
      kind="visit"
      drawer={(id) => <Preview id={id} />}
      load={load}
      groups={groups}
      batch={batch}
      ready={[
        { key: 'planned', name: t('readyView.planned'), terms: { state: 'planned' } },
        { key: 'out', name: t('readyView.out'), terms: { way: 'out' } },
        { key: 'in', name: t('readyView.in'), terms: { way: 'in' } },
      ]}
      columns={[
        { title: t('on'), key: 'on', sort: 'on', width: 110, fields: ['on'], render: (v) => <Day date={v.on} today={me?.today} /> },
        {
          title: t('company'),
          key: 'company',
          sort: 'company',
          width: 260,
          fields: ['company', 'place'],
          render: (v) => <Name to="/visits" id={v.id} name={v.company} small={v.place} />,
        },
        { title: t('way'), key: 'way', width: 90, fields: ['way'], render: (v) => t(`enums:way.${v.way}`) },
        { title: t('leader'), key: 'leader', width: 110, fields: ['leader'], render: (v) => <Text text={v.leader_name} /> },
        {
          title: t('client:calls'),
          key: 'calls',
          width: 90,
          render: (v) => (v.calls > 0 && v.way === 'out' ? t('calls', { n: v.calls }) : '—'),
        },
        { title: t('owner'), key: 'owner', width: 100, fields: ['owner'], render: (v) => <Text text={v.owner_name} /> },
        { title: t('state'), key: 'state', width: 90, fields: ['visit_state'], render: (v) => t(`enums:visitState.${v.state}`) },
        {
          title: t('outcome'),
          key: 'outcome',
          width: 110,
          fields: ['outcome'],
          render: (v) => (v.outcome ? t(`enums:outcome.${v.outcome}`) : '—'),
        },
        { title: t('people:unit'), key: 'unit', width: 130, fields: ['unit'], render: (v) => <Text text={v.unit_name} /> },
      ]}
      filters={[
        { key: 'state', label: t('state'), options: options('visitState'), many: true },
        { key: 'way', label: t('way'), options: options('way') },
        { key: 'leader_id', label: t('leader'), options: leaders },
        { key: 'owner_id', label: t('owner'), options: people },
        { key: 'unit_id', label: t('people:unit'), options: units },
        { key: 'from', label: t('report:from'), kind: 'day' },
        { key: 'to', label: t('report:toDate'), kind: 'day' },
      ]}
      keywordHint={t('company')}
      card={(v) => (
        <>
          <Name to="/visits" id={v.id} name={v.company} small={v.place} />
          <span className="small muted">
            {v.on} {v.leader_name}
          </span>
        </>
      )}
      create={{
        fields,
        initial: { way: 'out', on: me?.today },
        keys: ['visits', 'desk'],
        save: async (v) => {
          const made = await saveVisit(v);
          await navigate({ to: '/visits/$id', params: { id: made.id } });
        },
      }}
    />
  );
}
