import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Radio, Segmented, Select, Switch, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/shared/ui/Icon';
import { Sample } from './Sample';

/** Controls is what people press and write in: at rest, off, wrong. */
export function Controls() {
  const { t } = useTranslation();
  const two = [
    { value: 'a', label: t('light') },
    { value: 'b', label: t('dark') },
  ];
  return (
    <>
      <Sample name="Button">
        <Button type="primary">{t('save')}</Button>
        <Button>{t('cancel')}</Button>
        <Button danger>{t('signOut')}</Button>
        <Button type="link">{t('more')}</Button>
        <Button type="primary" disabled>
          {t('save')}
        </Button>
        <Button loading>{t('query')}</Button>
        <Button size="small">{t('edit')}</Button>
      </Sample>
      <Sample name="Field">
        <Form layout="vertical" className="states">
          <Form.Item label={t('lead:company')} required>
            <Input aria-label={t('lead:company')} placeholder={t('keywordHint')} />
          </Form.Item>
          <Form.Item label={t('lead:contactName')} validateStatus="error" help={t('required')}>
            <Input aria-label={t('lead:contactName')} aria-invalid="true" />
          </Form.Item>
          <Form.Item label={t('lead:amount')}>
            <InputNumber aria-label={t('lead:amount')} suffix={t('wan')} defaultValue={1200} />
          </Form.Item>
          <Form.Item label={t('lead:channel')}>
            <Select aria-label={t('lead:channel')} options={two} defaultValue="a" style={{ width: 140 }} />
          </Form.Item>
          <Form.Item label={t('lead:nextOn')}>
            <DatePicker aria-label={t('lead:nextOn')} />
          </Form.Item>
          <Form.Item label={t('lead:note')}>
            <Input.TextArea aria-label={t('lead:note')} disabled defaultValue={t('loading')} />
          </Form.Item>
        </Form>
      </Sample>
      <Sample name="Choice">
        <Checkbox defaultChecked>{t('yes')}</Checkbox>
        <Checkbox indeterminate>{t('all')}</Checkbox>
        <Radio.Group options={two} defaultValue="a" aria-label={t('theme')} />
        <Segmented options={two} />
        <Switch aria-label={t('yes')} defaultChecked />
        <Switch aria-label={t('no')} disabled />
      </Sample>
      <Sample name="Tag, chip">
        <Tag variant="outlined">{t('enums:leadState.open')}</Tag>
        <span className="chip">
          {t('enums:stage.SIGNED')}
          <button type="button" aria-label={t('clear')}>
            ×
          </button>
        </span>
      </Sample>
      <Sample name="Icon">
        {(['search', 'bell', 'help', 'today', 'list', 'add', 'figures', 'person', 'phone', 'paper', 'tick'] as const).map((name) => (
          <Icon key={name} name={name} size={20} />
        ))}
      </Sample>
    </>
  );
}
