import { useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { Help } from '@/shared/ui/Help';
import { Amount, Name, Text } from '@/shared/ui/list/Cells';
import { groupingOf } from '@/shared/ui/list/groupingOf';
import { SubjectList } from '@/shared/ui/list/SubjectList';
import type { Grouping, Query } from '@/shared/ui/list/types';
import { useOptions } from '@/shared/ui/options';
import { usePeople, useUnits } from '@/shared/ui/Pick';
import { Day, Due, Money } from '@/shared/ui/Show';
import { useLeadBatch } from './batch';
import { saveLead, useLeadFields } from './form';

// Read when a row is first opened.
const Preview = lazy(() => import('./Preview'));

type Item = Schemas['LeadItem'];

const load = async (query: Query) => must(await api.GET('/leads', { params: { query } }));

export default function Leads() {
  const { t } = useTranslation('lead');
  const options = useOptions();
  const navigate = useNavigate();
  const fields = useLeadFields();
  const batch = useLeadBatch();
  const me = useMe();
  const units = useUnits().map((u) => ({ value: u.id, label: u.name }));
  const people = usePeople(false);
  const groups = useLeadGroups();
  return (
    <SubjectList<Item>
      kind="lead"
      drawer={(id) => <Preview id={id} />}
      load={load}
      order="-reported_on"
      groups={groups}
      batch={batch}
      ready={[
        { key: 'mine', name: t('readyView.mine'), terms: { owner_id: me?.id ?? '' } },
        { key: 'open', name: t('readyView.open'), terms: { state: 'open' } },
        { key: 'due', name: t('readyView.due'), terms: { due_by: me?.today ?? '' } },
      ]}
      columns={[
        {
          title: t('subject'),
          key: 'subject',
          sort: 'company',
          width: 280,
          fixed: 'start',
          fields: ['subject', 'company'],
          render: (l) => <Name to="/leads" id={l.id} name={l.subject} small={l.company} />,
        },
        {
          title: t('list:inWan', { name: t('amount') }),
          key: 'amount',
          sort: 'amount',
          width: 140,
          align: 'end',
          fields: ['amount'],
          render: (l) => <Amount yuan={l.amount} />,
        },
        { title: t('state'), key: 'state', width: 90, fields: ['lead_state'], render: (l) => t(`enums:leadState.${l.state}`) },
        { title: t('channel'), key: 'channel', width: 100, fields: ['channel'], render: (l) => t(`enums:channel.${l.channel}`) },
        { title: t('referrer'), key: 'referrer', width: 150, fields: ['referrer'], render: (l) => <Text text={l.referrer} /> },
        { title: t('owner'), key: 'owner', width: 90, fields: ['owner'], render: (l) => <Text text={l.owner_name} /> },
        { title: t('unit'), key: 'unit', width: 120, fields: ['first_unit'], render: (l) => <Text text={l.unit_name} /> },
        {
          title: t('reportedOn'),
          key: 'reported',
          sort: 'reported_on',
          width: 104,
          fields: ['reported_on'],
          render: (l) => <Day date={l.reported_on} />,
        },
        {
          title: t('nextOn'),
          key: 'next',
          sort: 'next_on',
          width: 112,
          fields: ['next_on'],
          render: (l) => <Due date={l.next_on} left={l.next_left} today={me?.today} />,
        },
      ]}
      filters={[
        { key: 'state', label: t('state'), options: options('leadState'), many: true },
        { key: 'channel', label: t('channel'), options: options('channel'), many: true },
        { key: 'owner_id', label: t('owner'), options: people },
        { key: 'unit_id', label: t('unit'), options: units },
        { key: 'due_by', label: t('dueBy'), kind: 'day' },
      ]}
      card={(l) => (
        <>
          <Name to="/leads" id={l.id} name={l.subject} small={l.company} /> <Money yuan={l.amount} />
        </>
      )}
      create={{
        fields,
        initial: { owner_id: me?.id },
        keys: ['leads', 'desk'],
        help: <Help topic="lead" />,
        save: async (v) => {
          const l = await saveLead(v);
          await navigate({ to: '/leads/$id', params: { id: l.id } });
        },
      }}
    />
  );
}

/** useLeadGroups returns how leads can be grouped. */
function useLeadGroups(): Grouping {
  const { t } = useTranslation('lead');
  return groupingOf(
    [
      { key: 'state', label: t('state') },
      { key: 'unit', label: t('unit') },
      { key: 'owner', label: t('owner') },
    ],
    async (by, query) => must(await api.GET('/leads/groups', { params: { query: { ...query, by } } })).items,
    (by, g) => {
      if (by === 'state') return t(`enums:leadState.${g.key}`);
      return g.name || t(`without.${by}`);
    },
  );
}
