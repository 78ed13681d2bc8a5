import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { useUnits } from '@/shared/ui/Pick';
import { Day } from '@/shared/ui/Show';
import { saveEnterprise, useEnterpriseFields } from './form';
import { Peek } from './Peek';

type Item = Schemas['EnterpriseItem'];

export default function Enterprises() {
  const { t } = useTranslation('enterprise');
  const options = useOptions();
  const units = useUnits();
  const may = useMay();
  const fields = useEnterpriseFields();
  const link = (e: Item) => (
    <span className="two">
      <Link to="/enterprises/$id" params={{ id: e.id }} className="link">
        {e.name}
      </Link>
      <span className="small">{e.credit_code}</span>
    </span>
  );
  const hard = (state: string) => (state === 'halted' || state === 'distressed' ? 'bad' : '');
  return (
    <ListPage<Item>
      title={t('nav:enterprises')}
      queryKey="enterprises"
      exports="enterprises"
      views="enterprises"
      path="/enterprises"
      mayEdit={may('enterprise.write')}
      rowKey={(e) => e.id}
      drawer={(id) => <Peek id={id} />}
      load={async (query) => must(await api.GET('/enterprises', { params: { query } }))}
      columns={[
        { title: t('name'), key: 'name', sort: 'name', width: 280, fixed: 'start', render: link },
        {
          title: t('state'),
          key: 'state',
          sort: 'state',
          width: 100,
          render: (e) => <span className={hard(e.state)}>{t(`enums:operating.${e.state}`)}</span>,
        },
        { title: t('since'), key: 'since', width: 110, render: (e) => <Day date={e.state_since} /> },
        { title: t('host'), key: 'host', width: 110, render: (e) => e.host_unit || '—' },
        { title: t('aboveScale'), key: 'scale', width: 80, render: (e) => (e.above_scale ? t('common:yes') : '—') },
        { title: t('products'), key: 'products', width: 140, render: (e) => e.products || '—' },
        { title: t('leaders'), key: 'leaders', width: 110, render: (e) => e.leaders || '—' },
        { title: t('requests'), key: 'requests', width: 160, render: (e) => e.requests || '—' },
      ]}
      filters={[
        { key: 'q', label: t('common:keywordHint') },
        { key: 'state', label: t('state'), options: options('operating') },
        { key: 'host_unit_id', label: t('host'), options: units.map((u) => ({ value: u.id, label: u.name })) },
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
          {link(e)} <span className={`small ${hard(e.state)}`}>{t(`enums:operating.${e.state}`)}</span>
        </>
      )}
      actions={
        may('enterprise.write') && (
          <Editor
            primary
            duplicates="enterprise"
            hotkey="c"
            label={t('new')}
            title={t('new')}
            fields={fields}
            initial={{ state: 'normal', leader_ids: [] }}
            save={saveEnterprise}
            keys={['enterprises']}
          />
        )
      }
    />
  );
}
