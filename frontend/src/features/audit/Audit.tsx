import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { actorName } from '@/shared/ui/record/said';

type Entry = Schemas['AuditOut'];

export default function Audit() {
  const { t } = useTranslation('audit');
  const options = useOptions();
  const what = (e: Entry) => t(`enums:action.${e.action.replaceAll('.', '_')}`);
  return (
    <ListPage<Entry>
      title={t('title')}
      queryKey="audit"
      rowKey={(e) => e.id}
      load={async (query) => must(await api.GET('/audit', { params: { query } }))}
      columns={[
        { title: t('at'), key: 'at', sort: 'at', width: 150, render: (e) => <span className="money">{dateTime(e.at)}</span> },
        { title: t('who'), key: 'who', width: 130, render: (e) => actorName(e.actor_name, t) },
        { title: t('what'), key: 'what', width: 130, render: what },
        { title: t('subject'), key: 'subject', width: 240, render: (e) => e.title || '—' },
        {
          title: t('changes'),
          key: 'changes',
          width: 240,
          render: (e) => <span className="small muted">{Object.keys(e.changes).slice(0, 8).join(', ')}</span>,
        },
        { title: t('where'), key: 'where', width: 130, render: (e) => e.address || '—' },
      ]}
      filters={[
        {
          key: 'action',
          label: t('action'),
          options: options('action').map((o) => ({ ...o, value: o.value.replace(/_(?=[^_]*$)/, '.') })),
        },
        { key: 'from', label: t('report:from'), kind: 'day' },
        { key: 'to', label: t('report:toDate'), kind: 'day' },
      ]}
      card={(e) => (
        <>
          <b>{what(e)}</b> {e.title} <span className="small muted">{`${e.actor_name} ${dateTime(e.at)}`}</span>
        </>
      )}
    />
  );
}
