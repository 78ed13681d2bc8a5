import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';
import { useRuleName } from './Basis';
import { DateInput } from './form/DateInput';
import type { Search } from './ListPage';
import { useOptions } from './options';
import { PickLeader, useUnits } from './Pick';
import { Pill } from './Pill';
import { filterOf, type Go } from './reportFilter';

/** ReportFilters shows in one line what the page counts and by which rule; each word opens the control that changes it. */
export function ReportFilters({ search, go }: { search: Search; go: Go }) {
  const { t } = useTranslation('report');
  return (
    <fieldset className="pills" aria-label={t('countedBy')}>
      <Pill label={t('signedIn')} value={span(t, search.signed_from, search.signed_to)}>
        <Day label={t('from')} value={search.signed_from} set={(v) => go({ signed_from: v })} />
        <Day label={t('toDate')} value={search.signed_to} set={(v) => go({ signed_to: v })} />
      </Pill>
      <ByUnit search={search} go={go} />
      <ByRule search={search} go={go} />
      <ByDay search={search} go={go} />
      <Further search={search} go={go} />
    </fieldset>
  );
}

function span(t: (key: string, values?: Record<string, unknown>) => string, from?: string, to?: string): string {
  if (from && to) return `${from} — ${to}`;
  if (from) return t('spanFrom', { from });
  return to ? t('spanTo', { to }) : t('ever');
}

function Day({ label, value, set }: { label: string; value?: string | undefined; set: (v: string | undefined) => void }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field inside names itself
    <label>
      {label}
      <DateInput label={`${label} ${t('dateHint')}`} {...(value ? { value } : {})} onChange={set} />
    </label>
  );
}

function ByUnit({ search, go }: { search: Search; go: Go }) {
  const { t } = useTranslation('report');
  const units = useUnits();
  return (
    <Pill label={t('unit')} value={units.find((u) => u.id === search.unit_id)?.name ?? t('all')}>
      {(close) => (
        <Select
          aria-label={t('unit')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('all')}
          value={search.unit_id}
          onChange={(v) => {
            go({ unit_id: v });
            close();
          }}
          options={units.map((u) => ({ value: u.id, label: u.name }))}
        />
      )}
    </Pill>
  );
}

function ByRule({ search, go }: { search: Search; go: Go }) {
  const { t } = useTranslation('report');
  const rules = useQuery({ queryKey: ['counting-rules'], queryFn: async () => must(await api.GET('/counting-rules')).items });
  const ruleName = useRuleName();
  const name = (r: { version: number; name: string }) => (r.version === 0 ? ruleName(0) : `${ruleName(r.version)} ${r.name}`);
  const now = rules.data?.find((r) => String(r.version) === search.rule) ?? rules.data?.[0];
  return (
    <Pill label={t('ruleBy')} value={now && ruleName(now.version)}>
      {(close) => (
        <Select
          aria-label={t('ruleBy')}
          allowClear
          placeholder={t('now')}
          value={search.rule}
          onChange={(rule) => {
            go({ rule });
            close();
          }}
          options={(rules.data ?? []).map((r) => ({ value: String(r.version), label: name(r) }))}
        />
      )}
    </Pill>
  );
}

function ByDay({ search, go }: { search: Search; go: Go }) {
  const { t } = useTranslation('report');
  const today = useMe()?.today ?? '';
  return (
    <>
      <Pill label={t('until')} value={search.effective ?? today}>
        <Day label={t('effective')} value={search.effective} set={(v) => go({ effective: v })} />
        <p>{t('effectiveNote')}</p>
      </Pill>
      <Pill label={t('asOf')} value={search.as_of ?? t('now')}>
        <Day label={t('asOf')} value={search.as_of} set={(v) => go({ as_of: v })} />
        <p>{t('asOfNote')}</p>
      </Pill>
    </>
  );
}

const further = ['channel', 'kind', 'leader_id', 'chain', 'key_level', 'late_entry'];

function Further({ search, go }: { search: Search; go: Go }) {
  const { t } = useTranslation('report');
  const options = useOptions();
  const set = further.filter((k) => search[k]).length;
  const choose = (key: string, label: string, table: string) => (
    <Select
      aria-label={label}
      allowClear
      placeholder={label}
      value={search[key]}
      onChange={(v) => go({ [key]: v })}
      options={options(table)}
    />
  );
  return (
    <Pill label={t('more')} {...(set > 0 ? { value: t('moreSet', { n: set }) } : {})}>
      {choose('channel', t('channelBy'), 'channel')}
      {choose('kind', t('project:kind'), 'kind')}
      <PickLeader
        placeholder={t('leader')}
        {...(search.leader_id ? { value: search.leader_id } : {})}
        onChange={(v) => go({ leader_id: v })}
      />
      <Views search={search} go={go} />
      <Checkbox checked={search.late_entry === 'true'} onChange={(e) => go({ late_entry: e.target.checked ? 'true' : undefined })}>
        {t('lateEntry')}
      </Checkbox>
      <p>{t('lateEntryNote')}</p>
    </Pill>
  );
}

const ofTheList = ['sort', 'cursor', 'limit'];

/** Views applies a saved view of the project list to the page, so that any saved selection can be counted. */
function Views({ search, go }: { search: Search; go: Go }) {
  const { t } = useTranslation('report');
  const views = useQuery({
    queryKey: ['views-of', 'projects'],
    queryFn: async () => must(await api.GET('/views', { params: { query: { list: 'projects' } } })).items,
  });
  if (!views.data?.length) return null;
  return (
    <Select
      aria-label={t('savedView')}
      placeholder={t('savedView')}
      value={null}
      onChange={(id) => {
        const terms = views.data.find((v) => v.id === id)?.terms ?? {};
        const cleared = Object.fromEntries(Object.keys(filterOf(search)).map((k) => [k, undefined]));
        go({ ...cleared, ...Object.fromEntries(Object.entries(terms).filter(([k]) => !ofTheList.includes(k))) });
      }}
      options={views.data.map((v) => ({ value: v.id, label: v.name }))}
    />
  );
}
