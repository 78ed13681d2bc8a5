import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/me';
import type { Field } from './field';
import { input } from './input';
import { faultOf, useReading } from './useReading';

/** FieldItem is one field of a form: its label above, its control, and under it how what is typed is read. */
export function FieldItem({ field: f }: { field: Field }) {
  const { t } = useTranslation('form');
  const today = useMe()?.today ?? '2026-01-01';
  const reading = useReading();
  const value = Form.useWatch(f.key);
  const now = reading(f, value);
  const below = value === undefined ? undefined : f.below?.(value);
  const check = (soft: boolean) => (_: unknown, value: unknown) => {
    const fault = faultOf(f, value, today);
    return fault && Boolean(fault.soft) === soft ? Promise.reject(new Error(t(fault.key, fault))) : Promise.resolve();
  };
  return (
    <Form.Item
      name={f.key}
      label={f.label}
      extra={
        // Not antd's help: that takes the place of an error, and sticks to the next label.
        (f.help || now || below) && (
          <>
            {f.help && <span className="field-help">{f.help}</span>}
            {now && (
              <span className={now.wrong ? 'reading wrong' : 'reading'} aria-live="polite">
                {now.text}
              </span>
            )}
            {below}
          </>
        )
      }
      valuePropName={f.type === 'switch' ? 'checked' : 'value'}
      validateTrigger="onSubmit"
      rules={[
        ...(f.required ? [{ required: true, message: t('common:required') }] : []),
        { validator: check(false) },
        { validator: check(true), warningOnly: true },
      ]}
    >
      {input(f)}
    </Form.Item>
  );
}
