import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter, Search } from './types';

type Props = { filters: Filter[]; terms: Search; go: (s: Search) => void; reset: () => void };

/** QueryForm is the filter of a list: three fields, more on demand, and what is in force as chips. */
export function QueryForm({ filters, terms, go, reset }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(terms);
  const [all, setAll] = useState(false);
  const now = JSON.stringify(terms);
  useEffect(() => setDraft(JSON.parse(now) as Search), [now]);
  const shown = all ? filters : filters.slice(0, 3);
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        go(draft);
      }}
    >
      <div className="filters">
        {shown.map((f) =>
          f.options ? (
            <Select
              key={f.key}
              aria-label={f.label}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={f.label}
              style={{ width: f.width ?? 150 }}
              options={f.options}
              value={draft[f.key]}
              onChange={(v) => {
                const next = { ...draft, [f.key]: v || undefined };
                setDraft(next);
                go(next);
              }}
            />
          ) : (
            <Input
              key={f.key}
              data-keyword={f.key === 'q' ? '' : undefined}
              aria-label={f.label}
              placeholder={f.label}
              style={{ width: f.width ?? 220 }}
              value={draft[f.key] ?? ''}
              onChange={(e) => setDraft({ ...draft, [f.key]: e.target.value || undefined })}
            />
          ),
        )}
        <Button htmlType="submit">{t('query')}</Button>
        <Button type="text" onClick={reset}>
          {t('reset')}
        </Button>
        {filters.length > 3 && (
          <Button type="text" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('collapse') : t('expand')}
          </Button>
        )}
      </div>
      <Chips filters={filters} terms={terms} go={go} />
    </form>
  );
}

function Chips({ filters, terms, go }: Omit<Props, 'reset'>) {
  const { t } = useTranslation();
  const active = filters.filter((f) => terms[f.key]);
  const label = (f: Filter, value: string) => f.options?.find((o) => o.value === value)?.label ?? value;
  const name = (f: Filter) =>
    f.options
      ? (terms[f.key] ?? '')
          .split(',')
          .map((v) => label(f, v))
          .join('、')
      : terms[f.key];
  if (active.length === 0) return null;
  return (
    <div className="chips">
      {active.map((f) => (
        <span key={f.key} className="chip">
          {f.label} <b>{name(f)}</b>
          <button type="button" aria-label={`${t('clear')} ${f.label}`} onClick={() => go({ ...terms, [f.key]: undefined })}>
            ×
          </button>
        </span>
      ))}
    </div>
  );
}
