import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { Day } from '@/shared/ui/Show';
import { saveClient, useClientFields } from './form';
import { Peek } from './Peek';

type Item = Schemas['ClientItem'];

export default function Clients() {
  const { t } = useTranslation('client');
  const options = useOptions();
  const may = useMay();
  const fields = useClientFields();
  const link = (c: Item) => (
    <span className="two">
      <Link to="/clients/$id" params={{ id: c.id }} className="link">
        {c.name}
      </Link>
      <span className="small">{c.credit_code}</span>
    </span>
  );
  return (
    <ListPage<Item>
      title={t('nav:clients')}
      queryKey="clients"
      exports="clients"
      views="clients"
      path="/clients"
      mayEdit={may('client.write')}
      rowKey={(c) => c.id}
      drawer={(id) => <Peek id={id} />}
      load={async (query) => must(await api.GET('/clients', { params: { query } }))}
      columns={[
        { title: t('name'), key: 'name', sort: 'name', width: 280, fixed: 'start', render: link },
        { title: t('class'), key: 'class', width: 110, render: (c) => (c.investor_class ? t(`enums:investor.${c.investor_class}`) : '—') },
        { title: t('origin'), key: 'origin', width: 120, render: (c) => c.origin_name || '—' },
        { title: t('projects'), key: 'projects', width: 80, align: 'end', render: (c) => <span className="money">{c.projects}</span> },
        { title: t('calls'), key: 'calls', width: 100, align: 'end', render: (c) => <span className="money">{c.calls}</span> },
        { title: t('lastVisit'), key: 'last', width: 120, render: (c) => <Day date={c.last_visit_on} /> },
        { title: t('owner'), key: 'owner', width: 110, render: (c) => c.owner_name || '—' },
        { title: t('unit'), key: 'unit', width: 130, render: (c) => c.unit_name || '—' },
      ]}
      filters={[
        { key: 'q', label: t('common:keywordHint') },
        { key: 'investor_class', label: t('class'), options: options('investor') },
        { key: 'key_account', label: t('key'), options: [{ value: 'true', label: t('common:yes') }] },
      ]}
      card={link}
      actions={
        may('client.write') && (
          <Editor
            primary
            duplicates="client"
            hotkey="c"
            label={t('new')}
            title={t('new')}
            fields={fields}
            initial={{ tiers: [] }}
            save={saveClient}
            keys={['clients']}
          />
        )
      }
    />
  );
}
