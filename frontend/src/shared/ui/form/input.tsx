import { Input, InputNumber, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import { MentionField } from '../mention/MentionField';
import { PickIndustry, PickLeader, PickLeaders, PickPerson, PickRecords, PickReferrer, PickUnit } from '../Pick';
import { DateInput } from './DateInput';
import type { Field } from './field';
import { MoneyInput } from './MoneyInput';

/** input returns the control of a field. */
export function input(f: Field): ReactElement<Record<string, unknown>> {
  switch (f.type) {
    case 'area':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
    case 'password':
      return <Input.Password autoComplete="new-password" />;
    case 'money':
      return <MoneyInput />;
    case 'date':
      return <DateInput live />;
    case 'eventDay':
      return <DateInput live coarse />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} min={0} />;
    case 'phone':
      return <Input inputMode="tel" autoComplete="off" />;
    case 'select':
      return <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={f.options} />;
    case 'industry':
      return <PickIndustry />;
    case 'multi':
      return <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={f.options} />;
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
    case 'said':
      return f.on ? <MentionField on={f.on} label={f.label} /> : <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
    default:
      return <Input />;
  }
}
