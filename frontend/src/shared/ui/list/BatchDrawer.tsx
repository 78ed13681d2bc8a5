import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must, newId } from '@/shared/api/client';
import type { Values } from '../form/field';
import { input } from '../form/input';
import { useUndo } from '../undo/useUndo';
import { BatchPreview } from './BatchPreview';
import { type BatchAnswer, type BatchSpec, bodyOf } from './batch';
import type { Selecting } from './selection';

type Props = { open: boolean; onClose: () => void; spec: BatchSpec; chosen: Selecting; terms: Record<string, string> };

/** BatchDrawer changes many rows at once: which fields, what to, what that would change, and then it is done, and can be undone. */
export default function BatchDrawer({ open, onClose, spec, chosen, terms }: Props) {
  const { t } = useTranslation('list');
  const client = useQueryClient();
  const offer = useUndo();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [keys, setKeys] = useState<string[]>([]);
  const [seen, setSeen] = useState<BatchAnswer>();
  const [busy, setBusy] = useState(false);
  const refresh = () => Promise.all([...spec.keys, 'timeline', 'batches'].map((k) => client.invalidateQueries({ queryKey: [k] })));

  async function run(work: () => Promise<void>) {
    setBusy(true);
    try {
      await work();
    } catch (e) {
      refuse(e);
    } finally {
      setBusy(false);
    }
  }
  function refuse(e: unknown) {
    if (!(e instanceof ApiError)) throw e;
    const fields = (e.problem.fields ?? []).map((f) => ({ ...f, path: f.path.replace(/^set\./, '') }));
    form.setFields(fields.filter((f) => keys.includes(f.path)).map((f) => ({ name: f.path, errors: [f.message] })));
    const others = fields.filter((f) => !keys.includes(f.path)).map((f) => f.message);
    void message.error([e.problem.title, ...others].join(' · '), 6);
  }
  async function body() {
    await form.validateFields();
    return bodyOf(keys, form.getFieldsValue(), chosen);
  }
  const preview = () => run(async () => setSeen(await spec.preview(terms, await body())));
  const apply = () =>
    run(async () => {
      const asOf = seen ? { as_of: seen.as_of } : {};
      const done = await spec.apply(terms, { ...(await body()), ...asOf, id: newId() });
      close();
      chosen.clear();
      await refresh();
      offer({
        text: t('batchDone', { n: done.changed, m: done.passed }),
        undo: async () => {
          const back = must(await api.POST('/batches/{id}/undo', { params: { path: { id: done.id ?? '' } } }));
          await refresh();
          return { text: t('undone', { n: back.changed }), left: back.skipped.map((s) => s.title) };
        },
      });
    });
  function close() {
    setKeys([]);
    setSeen(undefined);
    form.resetFields();
    onClose();
  }

  return (
    <Drawer
      title={t('batchEdit')}
      open={open}
      onClose={close}
      size={520}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type={seen ? 'default' : 'primary'} loading={busy && !seen} disabled={keys.length === 0} onClick={preview}>
            {t('preview')}
          </Button>
          {seen && (
            <Button type="primary" loading={busy} disabled={seen.changed === 0} onClick={apply}>
              {t('batchApply', { n: seen.changed })}
            </Button>
          )}
        </div>
      }
    >
      <Form form={form} layout="vertical" onValuesChange={() => setSeen(undefined)}>
        <Form.Item label={t('batchFields')} htmlFor="batch-fields">
          <Select
            id="batch-fields"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={keys}
            onChange={(k: string[]) => {
              setKeys(k);
              setSeen(undefined);
            }}
            options={spec.fields.map((f) => ({ value: f.key, label: f.label }))}
          />
        </Form.Item>
        {spec.fields
          .filter((f) => keys.includes(f.key))
          .map((f) => (
            <Form.Item
              key={f.key}
              name={f.key}
              label={f.label}
              help={spec.clearable.includes(f.key) ? t('batchClear') : undefined}
              rules={spec.clearable.includes(f.key) ? [] : [{ required: true, message: t('common:required') }]}
            >
              {input(f)}
            </Form.Item>
          ))}
      </Form>
      {seen && <BatchPreview seen={seen} fields={spec.fields} />}
    </Drawer>
  );
}
