import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, type Schemas } from '@/shared/api/client';
import { SanguSign } from '@/shared/ui/SanguSign';

/** Setup asks for the first administrator, once. */
export default function Setup() {
  const { t } = useTranslation('session');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Schemas['SetupIn']>();
  async function create(body: Schemas['SetupIn']) {
    try {
      must(await api.POST('/setup', { body }));
      must(await api.POST('/session', { body: { login: body.login, password: body.password }, params: { header: {} } }));
      void message.success(t('done'));
      await navigate({ to: '/' });
    } catch (e) {
      if (!(e instanceof ApiError)) throw e;
      const known = ['county_name', 'name', 'login', 'password'] as const;
      form.setFields(
        known.flatMap((name) => (e.problem.fields ?? []).filter((f) => f.path === name).map((f) => ({ name, errors: [f.message] }))),
      );
      void message.error(e.message);
    }
  }
  return (
    <main className="login">
      <section>
        <h1 style={{ fontSize: 22, display: 'flex', gap: 10, alignItems: 'center' }}>
          <SanguSign /> {t('setup')}
        </h1>
        <p className="muted">{t('setupSub')}</p>
        <Form form={form} layout="vertical" onFinish={create}>
          <Form.Item name="county_name" label={t('county')} rules={[{ required: true, message: t('common:required') }]}>
            <Input />
          </Form.Item>
          <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('common:required') }]}>
            <Input />
          </Form.Item>
          <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('common:required') }]}>
            <Input autoComplete="username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('password')}
            extra={t('passwordHint')}
            rules={[{ required: true, message: t('common:required') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {t('create')}
          </Button>
        </Form>
      </section>
    </main>
  );
}
