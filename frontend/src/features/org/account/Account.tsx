import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarFeed, NoticeSettings } from '@/features/notice/settings';
import { api, must } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import { Facts } from '@/shared/ui/Facts';
import { Failed, Loading } from '@/shared/ui/State';
import { Appearance } from './Appearance';

/** Account is one's own page: posts, password, and tokens for programs. */
export default function Account() {
  const { t } = useTranslation('account');
  const { message, modal } = App.useApp();
  const me = useMe();
  const client = useQueryClient();
  const [secret, setSecret] = useState('');
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: async () => must(await api.GET('/me/tokens', {})).items });
  if (!me) return <Loading />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Editor
          label={t('password')}
          title={t('password')}
          initial={{}}
          keys={['me']}
          hint={t('session:passwordHint')}
          fields={[
            { key: 'present', label: t('current'), type: 'password', required: true },
            { key: 'next', label: t('new'), type: 'password', required: true },
          ]}
          save={async (v) => {
            must(await api.PUT('/me/password', { body: { present: String(v.present), next: String(v.next) } }));
            void message.success(t('changed'));
          }}
        />
      </div>
      <div className="facts" style={{ maxWidth: 640 }}>
        <Facts
          title={me.name}
          items={me.posts.map((p) => [p.unit_name, [t(`enums:role.${p.role}`), p.title, p.from_on].filter(Boolean).join(' · ')])}
        />
      </div>
      <Appearance />
      <section className="section" style={{ maxWidth: 640, marginTop: 24 }}>
        <h2>{t('tokens')}</h2>
        <p className="muted small">{t('tokensHint')}</p>
        {secret && (
          <p role="status">
            {t('once')}{' '}
            <Typography.Text code copyable={{ tooltips: [t('copy'), t('copied')] }}>
              {secret}
            </Typography.Text>
          </p>
        )}
        {tokens.isError && <Failed error={tokens.error} />}
        <ul className="list">
          {tokens.data?.length === 0 && <li className="muted">{t('none')}</li>}
          {tokens.data?.map((k) => (
            <li key={k.id}>
              <span>
                <b>{k.name}</b>{' '}
                <span className="small muted">
                  {t('expires')} {k.expires_at.slice(0, 10)}
                </span>
              </span>
              <Button
                danger
                size="small"
                onClick={() =>
                  modal.confirm({
                    title: t('revokeTitle', { name: k.name }),
                    content: t('revokeHint'),
                    okText: t('revoke'),
                    okButtonProps: { danger: true },
                    cancelText: t('common:cancel'),
                    onOk: async () => {
                      must(await api.DELETE('/me/tokens/{id}', { params: { path: { id: k.id } } }));
                      await client.invalidateQueries({ queryKey: ['tokens'] });
                    },
                  })
                }
              >
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
        <div style={{ marginTop: 12 }}>
          <Editor
            label={t('issue')}
            title={t('issue')}
            initial={{ days: 90 }}
            keys={['tokens']}
            fields={[
              { key: 'name', label: t('name'), type: 'text', required: true },
              { key: 'days', label: t('days'), type: 'number', required: true },
            ]}
            save={async (v) => {
              const made = must(await api.POST('/me/tokens', { body: { name: String(v.name), days: Number(v.days) } }));
              setSecret(made.secret ?? '');
            }}
          />
        </div>
      </section>
      <NoticeSettings />
      <CalendarFeed />
    </div>
  );
}
