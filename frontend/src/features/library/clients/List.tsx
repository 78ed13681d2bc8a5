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
import { useClientBatch } from './batch';
import { saveClient, useClientFields } from './form';
import { useClientGroups } from './groups';

// Read when a row is first opened.
const Preview = lazy(() => import('./Preview'));

type Item = Schemas['ClientItem'];

const load = async (query: Query) => must(await api.GET('/clients', { params: { query } }));

export default function Clients() {
  const { t } = useTranslation('client');
  const options = useOptions();
  const fields = useClientFields();
  const batch = useClientBatch();
  const groups = useClientGroups();
  const me = useMe();
  const units = useUnits().map((u) => ({ value: u.id, label: u.name }));
  const people = usePeople(false);
  return (
    <SubjectList<Item>
      kind="client"
      drawer={(id) => <Preview id={id} />}
      load={load}
      groups={groups}
      batch={batch}
      ready={[
        { key: 'mine', name: t('readyView.mine'), terms: { owner_id: me?.id ?? '' } },
        { key: 'key', name: t('readyView.key'), terms: { key_account: 'true' } },
      ]}
      columns={[
        {
          title: t('name'),
          key: 'name',
          sort: 'name',
          width: 280,
          fixed: 'start',
          fields: ['name', 'credit_code'],
          render: (c) => <Name to="/clients" id={c.id} name={c.name} small={c.credit_code} />,
        },
        {
          title: t('class'),
          key: 'class',
          width: 110,
          fields: ['investor_class'],
          render: (c) => (c.investor_class ? t(`enums:investor.${c.investor_class}`) : '—'),
        },
        { title: t('origin'), key: 'origin', width: 120, fields: ['origin'], render: (c) => <Text text={c.origin_name} /> },
        {
          title: t('projects'),
          key: 'projects',
          width: 90,
          fields: ['projects'],
          align: 'end',
          render: (c) => <span className="money">{c.projects}</span>,
        },
        {
          title: t('calls'),
          key: 'calls',
          width: 100,
          fields: ['calls'],
          align: 'end',
          render: (c) => <span className="money">{c.calls}</span>,
        },
        { title: t('lastVisit'), key: 'last', width: 120, fields: ['last_visit_on'], render: (c) => <Day date={c.last_visit_on} /> },
        { title: t('owner'), key: 'owner', width: 110, fields: ['owner'], render: (c) => <Text text={c.owner_name} /> },
        { title: t('unit'), key: 'unit', width: 130, fields: ['unit'], render: (c) => <Text text={c.unit_name} /> },
      ]}
      filters={[
        { key: 'investor_class', label: t('class'), options: options('investor'), many: true },
        { key: 'unit_id', label: t('unit'), options: units },
        { key: 'owner_id', label: t('owner'), options: people },
      ]}
      moreFilters={[{ key: 'key_account', label: t('key'), options: [{ value: 'true', label: t('common:yes') }] }]}
      card={(c) => <Name to="/clients" id={c.id} name={c.name} small={c.credit_code} />}
      create={{
        fields,
        initial: { tiers: [] },
        save: saveClient,
      }}
    />
  );
}
