import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { Name, Text } from '@/shared/ui/list/Cells';
import { SubjectList } from '@/shared/ui/list/SubjectList';
import type { Query } from '@/shared/ui/list/types';
import { useOptions } from '@/shared/ui/options';
import { useIndustries, useUnits } from '@/shared/ui/Pick';
import { Day } from '@/shared/ui/Show';
import { useEnterpriseBatch } from './batch';
import { saveEnterprise, useEnterpriseFields } from './form';
import { useEnterpriseGroups } from './groups';

// Read when a row is first opened.
const Preview = lazy(() => import('./Preview'));

type Item = Schemas['EnterpriseItem'];

const load = async (query: Query) => must(await api.GET('/enterprises', { params: { query } }));

export default function Enterprises() {
  const { t } = useTranslation('enterprise');
  const options = useOptions();
  const units = useUnits();
  const industries = useIndustries();
  const groups = useEnterpriseGroups();
  const fields = useEnterpriseFields();
  const batch = useEnterpriseBatch();
  const hard = (state: string) => (state === 'halted' || state === 'distressed' ? 'bad' : '');
  return (
    <SubjectList<Item>
      kind="enterprise"
      drawer={(id) => <Preview id={id} />}
      load={load}
      groups={groups}
      batch={batch}
      ready={[
        { key: 'scale', name: t('readyView.scale'), terms: { above_scale: 'true' } },
        { key: 'hard', name: t('readyView.hard'), terms: { state: 'halted,distressed' } },
      ]}
      columns={[
        {
          title: t('name'),
          key: 'name',
          sort: 'name',
          width: 280,
          fixed: 'start',
          fields: ['name', 'credit_code'],
          render: (e) => <Name to="/enterprises" id={e.id} name={e.name} small={e.credit_code} />,
        },
        {
          title: t('state'),
          key: 'state',
          sort: 'state',
          width: 100,
          fields: ['state'],
          render: (e) => <span className={hard(e.state)}>{t(`enums:operating.${e.state}`)}</span>,
        },
        { title: t('since'), key: 'since', width: 110, fields: ['state_since'], render: (e) => <Day date={e.state_since} /> },
        { title: t('host'), key: 'host', width: 110, fields: ['host_area'], render: (e) => <Text text={e.host_unit} /> },
        {
          title: t('aboveScale'),
          key: 'scale',
          width: 80,
          fields: ['above_scale'],
          render: (e) => (e.above_scale ? t('common:yes') : '—'),
        },
        { title: t('products'), key: 'products', width: 180, fields: ['products'], render: (e) => <Text text={e.products} /> },
        { title: t('leaders'), key: 'leaders', width: 120, fields: ['leader'], render: (e) => <Text text={e.leaders} /> },
        { title: t('requests'), key: 'requests', width: 220, fields: ['requests'], render: (e) => <Text text={e.requests} /> },
      ]}
      filters={[
        { key: 'state', label: t('state'), options: options('operating'), many: true },
        { key: 'host_unit_id', label: t('host'), options: units.map((u) => ({ value: u.id, label: u.name })) },
        { key: 'unit_id', label: t('unit'), options: units.map((u) => ({ value: u.id, label: u.name })) },
        { key: 'industry', label: t('industry'), options: industries, many: true },
      ]}
      moreFilters={[
        {
          key: 'above_scale',
          label: t('aboveScale'),
          options: [
            { value: 'true', label: t('common:yes') },
            { value: 'false', label: t('common:no') },
          ],
        },
      ]}
      card={(e) => (
        <>
          <Name to="/enterprises" id={e.id} name={e.name} small={e.credit_code} />{' '}
          <span className={`small ${hard(e.state)}`}>{t(`enums:operating.${e.state}`)}</span>
        </>
      )}
      create={{
        fields,
        initial: { state: 'normal', leader_ids: [] },
        save: saveEnterprise,
      }}
    />
  );
}
