import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import { ListPage } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { useUnits } from '@/shared/ui/Pick';
import { newUnitBody, personBody, postBody } from './form';
import { useDismiss } from './useDismiss';

type Person = Schemas['PersonOut'];

export default function People() {
  const { t } = useTranslation('people');
  const options = useOptions();
  const units = useUnits();
  const may = useMay();
  const me = useMe();
  const dismissed = useDismiss();
  const appoints = may('role.grant') || may('person.manage');
  const appoint = (p: Person) => (
    <Editor
      key="appoint"
      label={t('appoint')}
      title={`${t('appoint')} · ${p.name}`}
      initial={{ from_on: me?.today }}
      keys={['people']}
      fields={[
        { key: 'unit_id', label: t('unit'), type: 'unit', required: true },
        { key: 'role', label: t('role'), type: 'select', required: true, options: options('role') },
        { key: 'title', label: t('title2'), type: 'text' },
        { key: 'from_on', label: t('enterprise:since'), type: 'date' },
      ]}
      save={async (v) =>
        must(
          await api.POST('/people/{id}/posts', {
            params: { path: { id: p.id } },
            body: postBody(v),
          }),
        )
      }
    />
  );
  const dismiss = (p: Person) =>
    p.posts
      .filter((x) => !x.to_on)
      .map((x) => (
        <Button
          key={x.id}
          size="small"
          type="text"
          onClick={() => dismissed(p, x)}
          aria-label={`${t('dismiss')} ${p.name} · ${x.unit_name}`}
        >
          {t('dismiss')}
        </Button>
      ));
  const posts = (p: Person) => p.posts.map((x) => `${x.unit_name} ${t(`enums:role.${x.role}`)} ${x.title}`).join('；') || '—';
  return (
    <ListPage<Person>
      title={t('title')}
      queryKey="people"
      rowKey={(p) => p.id}
      load={async (query) => must(await api.GET('/people', { params: { query } }))}
      columns={[
        { title: t('name'), key: 'name', sort: 'name', width: 110, render: (p) => <b>{p.name}</b> },
        { title: t('posts'), key: 'posts', width: 360, render: posts },
        { title: t('login'), key: 'login', width: 130, render: (p) => p.login || '—' },
        { title: t('phone'), key: 'phone', width: 130, render: (p) => p.work_phone || '—' },
        ...(appoints
          ? [
              {
                title: t('common:actions'),
                key: 'act',
                width: 180,
                render: (p: Person) => <span>{[appoint(p), ...(may('role.grant') ? dismiss(p) : [])]}</span>,
              },
            ]
          : []),
      ]}
      filters={[
        { key: 'q', label: t('name') },
        { key: 'unit_id', label: t('unit'), options: units.map((u) => ({ value: u.id, label: u.name })) },
        { key: 'role', label: t('role'), options: options('role') },
      ]}
      card={(p) => (
        <>
          <b>{p.name}</b> <span className="small muted">{posts(p)}</span>
        </>
      )}
      actions={
        <>
          <Help topic="roles" />
          {may('unit.manage') && (
            <Editor
              label={t('newUnit')}
              title={t('newUnit')}
              initial={{ kind: 'bureau' }}
              keys={['units']}
              fields={[
                { key: 'name', label: t('unit'), type: 'text', required: true },
                { key: 'kind', label: t('kind'), type: 'select', required: true, options: options('unitKind') },
                { key: 'parent_id', label: t('parent'), type: 'unit' },
              ]}
              save={async (v) => must(await api.POST('/units', { body: newUnitBody(v) }))}
            />
          )}
          {may('person.manage') && (
            <Editor
              primary
              hotkey="c"
              label={t('new')}
              title={t('new')}
              initial={{}}
              keys={['people']}
              fields={[
                { key: 'name', label: t('name'), type: 'text', required: true },
                { key: 'login', label: t('login'), type: 'text' },
                { key: 'password', label: t('password'), type: 'password', help: t('session:passwordHint') },
                { key: 'work_phone', label: t('phone'), type: 'text' },
              ]}
              save={async (v) =>
                must(
                  await api.POST('/people', {
                    body: personBody(v),
                  }),
                )
              }
            />
          )}
        </>
      }
    />
  );
}
