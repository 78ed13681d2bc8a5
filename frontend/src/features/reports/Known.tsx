import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { DateInput } from '@/shared/ui/FormDrawer';
import type { Search } from '@/shared/ui/ListPage';

/** Known says by which rule a report counts, up to which day, and by what was known when; all of it can be chosen. */
export function Known({ search, go }: { search: Search; go: (s: Search) => void }) {
  const { t } = useTranslation('report');
  const rules = useQuery({ queryKey: ['counting-rules'], queryFn: async () => must(await api.GET('/counting-rules')).items });
  return (
    <div className="filters no-print">
      <span className="labelled">
        <span className="small muted">{t('effective')}</span>
        <DateInput label={t('effective')} value={search.effective} onChange={(v) => go({ effective: v })} />
      </span>
      <span className="labelled">
        <span className="small muted">{t('asOf')}</span>
        <DateInput label={t('asOf')} value={search.as_of} onChange={(v) => go({ as_of: v })} />
      </span>
      <span className="labelled">
        <span className="small muted">{t('ruleBy')}</span>
        <Select
          aria-label={t('ruleBy')}
          allowClear
          placeholder={t('now')}
          style={{ width: 200 }}
          value={search.rule}
          onChange={(rule) => go({ rule })}
          options={(rules.data ?? []).map((r) => ({
            value: String(r.version),
            label: `${t('ruleV', { v: r.version })} ${r.name === 'standard' ? t('rules:standard') : r.name}`,
          }))}
        />
      </span>
      <Checkbox
        checked={search.late_entry === 'true'}
        onChange={(e) => go({ late_entry: e.target.checked ? 'true' : undefined })}
        title={t('lateEntryNote')}
      >
        {t('lateEntry')}
      </Checkbox>
    </div>
  );
}
