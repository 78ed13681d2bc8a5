import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { actorName, labelOf } from '@/shared/ui/record/timelineText';

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
        { title: t('subject'), key: 'subject', width: 240, render: (e) => <Subject entry={e} /> },
        {
          title: t('changes'),
          key: 'changes',
          width: 240,
          render: (e) => <Changes entry={e} />,
        },
        { title: t('where'), key: 'where', width: 130, render: (e) => e.address || '—' },
      ]}
      filters={[
        {
          key: 'action',
          label: t('action'),
          options: options('action').map((o) => ({ ...o, value: o.value.replace(/_(?=[^_]*$)/, '.') })),
        },
        { key: 'from', label: t('from'), kind: 'day' },
        { key: 'to', label: t('to'), kind: 'day' },
      ]}
      card={(e) => (
        <>
          <b>{what(e)}</b> {e.title} <span className="small muted">{`${e.actor_name} ${dateTime(e.at)}`}</span>
        </>
      )}
    />
  );
}

/** Subject is what an entry is about: its kind, and its name where the reader may know it. */
function Subject({ entry: e }: { entry: Entry }) {
  const { t } = useTranslation('enums');
  return (
    <>
      <span className="small muted">{t(`subject.${e.subject_kind}`)}</span> {e.title}
    </>
  );
}

/** Changes names what was changed as the forms do; of what was made anew everything is. */
function Changes({ entry: e }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  if ('id' in e.changes) return <span className="small muted">{t('made')}</span>;
  const other = t('record:field.other');
  const names = [...new Set(Object.keys(e.changes).map((k) => labelOf(k, [], t)))].filter((n) => n !== other);
  const text = names.join(t('comma'));
  return (
    <span className="small muted" title={text}>
      {text}
    </span>
  );
}
