import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';
import { SanguSign } from '@/shared/ui/SanguSign';

type Proof = { login: string; password: string };

export default function Login() {
  const { t } = useTranslation('session');
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const setup = useQuery({ queryKey: ['setup'], queryFn: async () => must(await api.GET('/setup', {})), staleTime: 0 });
  const demo = useQuery({ queryKey: ['demo'], queryFn: async () => must(await api.GET('/session/demo-accounts', {})).items });
  useEffect(() => {
    // What is remembered of a product that had nobody yet does not lead back to its first set-up.
    if (setup.isFetchedAfterMount && setup.data?.needed) void navigate({ to: '/setup' });
  }, [setup.isFetchedAfterMount, setup.data, navigate]);

  async function signIn(proof: Proof) {
    setBusy(true);
    try {
      must(await api.POST('/session', { body: proof, params: { header: {} } }));
      client.clear();
      await navigate({ to: search.next ?? '/' });
    } catch (e) {
      setRefused(e instanceof ApiError ? e.message : String(e));
    } finally {
      setBusy(false);
    }
  }

  return (
    <main className="login">
      <section>
        <h1 style={{ fontSize: 22, display: 'flex', gap: 10, alignItems: 'center' }}>
          <SanguSign /> {t('title')}
        </h1>
        <p className="muted">{setup.data?.county_name || t('sub')}</p>
        <Form<Proof> layout="vertical" onFinish={signIn} requiredMark={false}>
          <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('common:required') }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('password')}
            rules={[{ required: true, message: t('common:required') }]}
            help={refused || undefined}
            validateStatus={refused ? 'error' : undefined}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('signIn')}
          </Button>
        </Form>
        {demo.data && demo.data.length > 0 && (
          <>
            <p className="muted small" style={{ margin: '20px 0 4px' }}>
              {t('demo')}
            </p>
            <div className="accounts">
              {demo.data.map((a) => (
                <button key={a.login} type="button" onClick={() => signIn({ login: a.login, password: a.password })}>
                  <b>{a.name}</b> {t(`enums:role.${a.role}`)}
                </button>
              ))}
            </div>
          </>
        )}
      </section>
    </main>
  );
}
