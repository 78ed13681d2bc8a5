import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { api, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { Day } from '@/shared/ui/Show';
import { saveVisit, useVisitFields } from './form';
import { Peek } from './Peek';

type Item = Schemas['VisitItem'];

export default function Visits() {
  const { t } = useTranslation('visit');
  const options = useOptions();
  const may = useMay();
  const me = useMe();
  const navigate = useNavigate();
  const fields = useVisitFields();
  const link = (v: Item) => (
    <span className="two">
      <Link to="/visits/$id" params={{ id: v.id }} className="link">
        {v.company}
      </Link>
      <span className="small">{v.place}</span>
    </span>
  );
  return (
    <ListPage<Item>
      title={t('nav:visits')}
      queryKey="visits"
      exports="visits"
      views="visits"
      path="/visits"
      mayEdit={may('visit.write')}
      rowKey={(v) => v.id}
      drawer={(id) => <Peek id={id} />}
      load={async (query) => must(await api.GET('/visits', { params: { query } }))}
      columns={[
        { title: t('on'), key: 'on', sort: 'on', width: 120, render: (v) => <Day date={v.on} today={me?.today} /> },
        { title: t('company'), key: 'company', sort: 'company', width: 260, render: link },
        { title: t('way'), key: 'way', width: 90, render: (v) => t(`enums:way.${v.way}`) },
        { title: t('leader'), key: 'leader', width: 110, render: (v) => v.leader_name || '—' },
        {
          title: t('calls', { n: '' }),
          key: 'calls',
          width: 90,
          render: (v) => (v.calls > 0 && v.way === 'out' ? t('calls', { n: v.calls }) : '—'),
        },
        { title: t('state'), key: 'state', width: 90, render: (v) => t(`enums:visitState.${v.state}`) },
        { title: t('outcome'), key: 'outcome', width: 110, render: (v) => (v.outcome ? t(`enums:outcome.${v.outcome}`) : '—') },
        { title: t('people:unit'), key: 'unit', width: 130, render: (v) => v.unit_name || '—' },
      ]}
      filters={[
        { key: 'q', label: t('company') },
        { key: 'state', label: t('state'), options: options('visitState') },
        { key: 'way', label: t('way'), options: options('way') },
      ]}
      card={(v) => (
        <>
          {link(v)}
          <span className="small muted">
            {v.on} {v.leader_name}
          </span>
        </>
      )}
      actions={
        may('visit.write') && (
          <Editor
            primary
            hotkey="c"
            label={t('new')}
            title={t('new')}
            fields={fields}
            initial={{ way: 'out', on: me?.today }}
            keys={['visits', 'desk']}
            save={async (v) => {
              const made = await saveVisit(v);
              await navigate({ to: '/visits/$id', params: { id: made.id } });
            }}
          />
        )
      }
    />
  );
}
