import { App, Button, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/app/me';
import { Later } from '@/offline/outbox';
import { ApiError } from '@/shared/api/client';
import { parseDate, parseMoney } from '@/shared/lib/format';
import { Duplicates, type Kind } from './Duplicates';
import { PickIndustry, PickLeader, PickLeaders, PickPerson, PickRecords, PickReferrer, PickUnit } from './Pick';

/** Field is one field of a form; the type says how it is entered. */
export type Field = {
  key: string;
  label: string;
  type:
    | 'text'
    | 'area'
    | 'password'
    | 'money'
    | 'date'
    | 'number'
    | 'select'
    | 'industry'
    | 'multi'
    | 'switch'
    | 'unit'
    | 'leader'
    | 'leaders'
    | 'person'
    | 'client'
    | 'clients'
    | 'projects'
    | 'enterprises'
    | 'leads'
    | 'referrer'
    | 'list';
  required?: boolean;
  options?: { value: string; label: string }[];
  help?: string;
  known?: { value: string; label: string }[];
};

export type Values = Record<string, unknown>;

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  fields: Field[];
  initial: Values;
  /** submit sends the values; an ApiError's fields are shown where they belong. */
  submit: (values: Values) => Promise<void>;
  okText?: string;
  hint?: string;
  children?: ReactNode;
  /** duplicates looks while typing for a record of the kind that is there already. */
  duplicates?: Kind;
};

/** FormDrawer is every form of the product: labels above, errors at their fields, Ctrl+Enter to submit, and a draft kept until it is sent. */
export function FormDrawer(p: Props) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  // Values that are put in count as touched for antd; here only what is written does.
  const written = useRef(false);
  const draftKey = `sangu.draft.${p.title}`;
  useEffect(() => {
    if (!p.open) return;
    form.resetFields();
    const draft = sessionStorage.getItem(draftKey);
    written.current = draft !== null;
    form.setFieldsValue({ ...p.initial, ...(draft ? JSON.parse(draft) : {}) });
  }, [p.open, p.initial, form, draftKey]);

  async function send() {
    const values = await form.validateFields().catch(() => undefined);
    if (!values) return;
    setBusy(true);
    try {
      await p.submit(values);
      sessionStorage.removeItem(draftKey);
      p.onClose();
    } catch (e) {
      refuse(e);
    } finally {
      setBusy(false);
    }
  }

  function refuse(e: unknown) {
    if (e instanceof Later) {
      sessionStorage.removeItem(draftKey);
      void message.info(t('offline:kept'), 6);
      p.onClose();
      return;
    }
    if (!(e instanceof ApiError)) throw e;
    const known = new Set(p.fields.map((f) => f.key));
    const fields = e.problem.fields ?? [];
    form.setFields(fields.filter((f) => known.has(f.path)).map((f) => ({ name: f.path, errors: [f.message] })));
    const others = fields.filter((f) => !known.has(f.path)).map((f) => f.message);
    void message.error([e.problem.status === 412 ? t('stale', { who: '' }) : e.problem.title, ...others].join(' · '), 6);
  }

  function close() {
    const leave = () => {
      sessionStorage.removeItem(draftKey);
      p.onClose();
    };
    if (!written.current) leave();
    else modal.confirm({ title: p.title, content: t('leave'), onOk: leave, okText: t('leaveOk'), cancelText: t('cancel') });
  }

  return (
    <Drawer
      title={p.title}
      open={p.open}
      onClose={close}
      size={480}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" loading={busy} onClick={send}>
            {p.okText ?? t('save')}
          </Button>
        </div>
      }
    >
      {p.hint && <p className="muted">{p.hint}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark
        onValuesChange={(_, all) => {
          written.current = true;
          sessionStorage.setItem(draftKey, JSON.stringify(all));
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.nativeEvent.isComposing) void send();
        }}
      >
        {p.fields.map((f) => (
          <Form.Item
            key={f.key}
            name={f.key}
            label={f.label}
            help={f.help}
            valuePropName={f.type === 'switch' ? 'checked' : 'value'}
            rules={f.required ? [{ required: true, message: t('required') }] : []}
          >
            {input(f)}
          </Form.Item>
        ))}
      </Form>
      {p.duplicates && <Duplicates kind={p.duplicates} form={form} open={p.open} />}
      {p.children}
    </Drawer>
  );
}

/** input gives the control of a field. */
export function input(f: Field): ReactNode {
  switch (f.type) {
    case 'area':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
    case 'password':
      return <Input.Password autoComplete="new-password" />;
    case 'money':
      return <MoneyInput />;
    case 'date':
      return <DateInput />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} min={0} />;
    case 'select':
      return <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={f.options} />;
    case 'industry':
      return <PickIndustry />;
    case 'multi':
      return <Select mode="multiple" options={f.options} />;
    case 'switch':
      return <Switch />;
    case 'unit':
      return <PickUnit />;
    case 'leader':
      return <PickLeader />;
    case 'leaders':
      return <PickLeaders />;
    case 'person':
      return <PickPerson />;
    case 'client':
      return <PickRecords kind="client" known={f.known} single />;
    case 'clients':
      return <PickRecords kind="client" known={f.known} />;
    case 'projects':
      return <PickRecords kind="project" known={f.known} />;
    case 'enterprises':
      return <PickRecords kind="enterprise" known={f.known} />;
    case 'leads':
      return <PickRecords kind="lead" known={f.known} />;
    case 'referrer':
      return <PickReferrer known={f.known} />;
    case 'list':
      return <Select mode="tags" open={false} tokenSeparators={[',', '，', '、', ' ']} />;
    default:
      return <Input />;
  }
}

const shown = (v: number | null | undefined) => (v === null || v === undefined ? '' : String(v / 1e4));

/** MoneyInput keeps 元 and is typed in 万元 or 亿元. */
export function MoneyInput({
  value,
  onChange,
  id,
}: {
  value?: number | null;
  onChange?: (v: number | null | undefined) => void;
  id?: string;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(shown(value));
  useEffect(() => {
    setText((now) => (parseMoney(now) === value ? now : shown(value)));
  }, [value]);
  return (
    <Input
      id={id}
      value={text}
      suffix={t('wan')}
      inputMode="decimal"
      onChange={(e) => {
        setText(e.target.value);
        onChange?.(parseMoney(e.target.value));
      }}
    />
  );
}

/** DateInput takes a day as people write it. */
export function DateInput({
  value,
  onChange,
  id,
  label,
}: {
  value?: string;
  onChange?: (v: string | undefined) => void;
  id?: string;
  label?: string;
}) {
  const { t } = useTranslation();
  const today = useMe()?.today ?? '2026-01-01';
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  return (
    <Input
      id={id}
      value={text}
      aria-label={label}
      placeholder={label ?? t('dateHint')}
      onChange={(e) => setText(e.target.value)}
      onBlur={() => onChange?.(text === '' ? undefined : (parseDate(text, today) ?? text))}
    />
  );
}
