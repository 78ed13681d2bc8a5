import { App, Button, Drawer, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { draftKey, dropDraft, keepDraft, readDraft } from '@/shared/offline/draft';
import { SavedForLater } from '@/shared/offline/outbox';
import { useMe } from '@/shared/session/me';
import { Conflict } from '../conflict/Conflict';
import type { Reread } from '../conflict/merge';
import { Duplicates } from '../Duplicates';
import { FieldItem } from './FieldItem';
import type { Values } from './field';
import type { FormProps } from './props';
import { useLeaveWarning } from './useLeaveWarning';
import './form.css';

/** FormSheet is every form of the product: labels above, errors at their fields, Ctrl+Enter to submit, a draft kept on this machine until it is sent, and a choice where others wrote meanwhile. */
export default function FormSheet(p: FormProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [restored, setRestored] = useState<number>();
  const [clash, setClash] = useState<{ mine: Values; now: Reread }>();
  // Values that are put in count as touched for antd; here only what is written does.
  const written = useRef(false);
  const key = draftKey(useMe()?.id ?? '', p.title, p.record);
  useLeaveWarning(() => p.open && written.current);
  // A form starts from what was read when it opened, even where the record is reloaded meanwhile.
  const base = useRef(p.initial);
  const initial = useRef(p.initial);
  initial.current = p.initial;
  useEffect(() => {
    if (!p.open) return;
    base.current = initial.current;
    form.resetFields();
    const draft = readDraft(key);
    written.current = draft !== undefined;
    setRestored(draft?.at);
    form.setFieldsValue({ ...base.current, ...draft?.values });
  }, [p.open, form, key]);

  function done() {
    written.current = false;
    dropDraft(key);
    setClash(undefined);
    p.onClose();
  }

  function startOver() {
    dropDraft(key);
    written.current = false;
    setRestored(undefined);
    form.resetFields();
    form.setFieldsValue(base.current);
  }

  async function send() {
    if (busy) return;
    const typed = await form.validateFields().catch((e: { values: Values; errorFields: { errors: string[] }[] }) =>
      // What is only doubted, as a check character, may be sent.
      e.errorFields.every((f) => f.errors.length === 0) ? e.values : undefined,
    );
    if (!typed) return;
    setBusy(true);
    try {
      await p.submit(typed);
      done();
    } catch (e) {
      await refuse(e, typed);
    } finally {
      setBusy(false);
    }
  }

  async function refuse(e: unknown, mine: Values) {
    if (e instanceof SavedForLater) {
      void message.info(t('offline:kept'), 6);
      done();
      return;
    }
    if (!(e instanceof ApiError)) throw e;
    if (e.status === 412 && p.reread) return setClash({ mine, now: await p.reread() });
    const known = new Set(p.fields.map((f) => f.key));
    const fields = e.problem.fields ?? [];
    form.setFields(fields.filter((f) => known.has(f.path)).map((f) => ({ name: f.path, errors: [f.message] })));
    const first = fields.find((f) => known.has(f.path));
    if (first) form.scrollToField(first.path, { focus: true });
    const others = fields.filter((f) => !known.has(f.path)).map((f) => f.message);
    void message.error([e.problem.status === 412 ? t('stale', { who: '' }) : e.problem.title, ...others].join(' · '), 6);
  }

  function close() {
    if (!written.current) done();
    else
      modal.confirm({
        title: t('leave'),
        content: t('leaveNote'),
        // Esc and closing go back to writing; only the button named so discards.
        okText: t('leaveOk'),
        okButtonProps: { danger: true, type: 'default' },
        onOk: done,
        cancelText: t('form:goOn'),
        cancelButtonProps: { type: 'primary' },
        autoFocusButton: 'cancel',
        footer: (_, { OkBtn, CancelBtn }) => (
          <>
            <OkBtn />
            <CancelBtn />
          </>
        ),
      });
  }

  return (
    <Drawer
      title={p.title}
      open={p.open}
      onClose={close}
      size={480}
      destroyOnHidden
      afterOpenChange={(open) => {
        const first = p.fields[0]?.key;
        const writing = document.activeElement?.matches('input, textarea');
        // On a phone the keyboard would rise over the form.
        if (open && first && !writing && window.matchMedia('(pointer: fine)').matches) form.focusField(first);
      }}
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" loading={busy} onClick={send} aria-keyshortcuts="Control+Enter">
            {p.okText ?? t('save')}
          </Button>
        </div>
      }
    >
      {p.hint && <p className="muted">{p.hint}</p>}
      {restored !== undefined && (
        <p className="draft-bar" role="status">
          {t('form:restored', { at: dateTime(new Date(restored).toISOString()) })}{' '}
          <Button size="small" type="link" onClick={startOver}>
            {t('form:startOver')}
          </Button>
        </p>
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark
        onValuesChange={(_, all) => {
          written.current = true;
          keepDraft(
            key,
            all,
            p.fields.filter((f) => f.type === 'password').map((f) => f.key),
          );
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.nativeEvent.isComposing) void send();
        }}
      >
        {p.fields.map((f) => (
          <FieldItem key={f.key} field={f} />
        ))}
      </Form>
      {p.duplicates && <Duplicates kind={p.duplicates} form={form} open={p.open} />}
      {p.children}
      {clash && (
        <Conflict
          fields={p.fields}
          base={base.current}
          mine={clash.mine}
          now={clash.now}
          onStay={() => setClash(undefined)}
          onDone={done}
          onRefused={async (e, values) => {
            setClash(undefined);
            form.setFieldsValue(values);
            await refuse(e, values);
          }}
        />
      )}
    </Drawer>
  );
}
