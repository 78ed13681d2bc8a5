import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { Day, Money } from '@/shared/ui/Show';
import { useLeadBatch } from './batch';
import { saveLead, useLeadFields } from './form';
import { Peek } from './Peek';

type Item = Schemas['LeadItem'];

export default function Leads() {
  const { t } = useTranslation('lead');
  const options = useOptions();
  const may = useMay();
  const navigate = useNavigate();
  const fields = useLeadFields();
  const batch = useLeadBatch();
  const link = (l: Item) => (
    <span className="two">
      <Link to="/leads/$id" params={{ id: l.id }} className="link">
        {l.subject}
      </Link>
      <span className="small">{l.company}</span>
    </span>
  );
  return (
    <ListPage<Item>
      title={t('nav:leads')}
      queryKey="leads"
      exports="leads"
      views="leads"
      path="/leads"
      mayEdit={may('lead.write')}
      batch={may('lead.write') ? batch : undefined}
      rowKey={(l) => l.id}
      drawer={(id) => <Peek id={id} />}
      load={async (query) => must(await api.GET('/leads', { params: { query } }))}
      columns={[
        { title: t('subject'), key: 'subject', sort: 'company', width: 300, fixed: 'start', render: link },
        { title: t('amount'), key: 'amount', sort: 'amount', width: 120, align: 'end', render: (l) => <Money yuan={l.amount} /> },
        { title: t('state'), key: 'state', width: 100, render: (l) => t(`enums:leadState.${l.state}`) },
        { title: t('channel'), key: 'channel', width: 110, render: (l) => t(`enums:channel.${l.channel}`) },
        { title: t('referrer'), key: 'referrer', width: 180, render: (l) => l.referrer || '—' },
        { title: t('owner'), key: 'owner', width: 100, render: (l) => l.owner_name || '—' },
        { title: t('unit'), key: 'unit', width: 130, render: (l) => l.unit_name || '—' },
        { title: t('reportedOn'), key: 'reported', sort: 'received_at', width: 110, render: (l) => <Day date={l.reported_on} /> },
        { title: t('nextOn'), key: 'next', sort: 'next_on', width: 110, render: (l) => <Day date={l.next_on} /> },
      ]}
      filters={[
        { key: 'q', label: t('common:keywordHint') },
        { key: 'state', label: t('state'), options: options('leadState') },
        { key: 'channel', label: t('channel'), options: options('channel') },
      ]}
      card={(l) => (
        <>
          {link(l)} <Money yuan={l.amount} />
        </>
      )}
      actions={
        may('lead.write') && (
          <Editor
            primary
            duplicates="lead"
            hotkey="c"
            label={t('new')}
            title={t('new')}
            fields={fields}
            initial={{}}
            keys={['leads', 'desk']}
            save={async (v) => {
              const l = await saveLead(v);
              await navigate({ to: '/leads/$id', params: { id: l.id } });
            }}
          />
        )
      }
    />
  );
}
