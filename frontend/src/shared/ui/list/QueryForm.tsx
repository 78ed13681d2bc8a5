import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money, parseDate, parseMoney, scale } from '@/shared/lib/format';
import type { Filter, Search } from './types';
import { useNarrow } from './useNarrow';

type Props = { filters: Filter[]; terms: Search; today?: string; go: (s: Search) => void; reset: () => void };

/** QueryForm is the filter of a list: three fields (on a phone one), more on demand. What is typed stays in its field until it is asked for, so that typing moves nothing else. */
export function QueryForm({ filters, terms, today = '', go, reset }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [all, setAll] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const fields = filters.filter((f) => !f.kept);
  const few = useNarrow() ? 1 : 3;
  const shown = all ? fields : fields.slice(0, few);
  /** written returns the contents of the text fields, and the keys of those that cannot be read. */
  function written(): { texts: Search; bad: string[] } {
    const data = new FormData(form.current ?? undefined);
    const texts: Search = {};
    const bad: string[] = [];
    for (const f of shown.filter((x) => !x.options)) {
      const value = read(f, String(data.get(f.key) ?? '').trim(), today);
      if (value === undefined) bad.push(f.key);
      else texts[f.key] = value || undefined;
    }
    return { texts, bad };
  }
  function ask(more: Search) {
    const { texts, bad } = written();
    setWrong(bad);
    if (bad.length === 0) go({ ...terms, ...texts, ...more });
  }
  return (
    <form
      ref={form}
      className={`query ${all ? 'whole-query' : ''}`}
      onSubmit={(e: FormEvent) => {
        e.preventDefault();
        ask({});
      }}
    >
      {shown.map((f) => (
        <div key={f.key} className={`field ${f.key === 'q' ? 'wide' : ''}`}>
          <label htmlFor={`${id}-${f.key}`}>{f.label}</label>
          {f.options ? (
            <Select
              id={`${id}-${f.key}`}
              allowClear
              mode={f.many ? 'multiple' : undefined}
              maxTagCount="responsive"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('all')}
              options={f.options}
              value={f.many ? (terms[f.key]?.split(',') ?? []) : terms[f.key]}
              onChange={(v: string | string[] | undefined) => ask({ [f.key]: (Array.isArray(v) ? v.join(',') : v) || undefined })}
            />
          ) : (
            <Input
              // Another filter in the address is another text in the field.
              key={terms[f.key] ?? ''}
              id={`${id}-${f.key}`}
              name={f.key}
              data-keyword={f.key === 'q' ? '' : undefined}
              placeholder={f.hint ?? (f.kind === 'day' ? t('dateHint') : f.kind === 'money' ? t('wan') : undefined)}
              defaultValue={write(f, terms[f.key])}
              status={wrong.includes(f.key) ? 'error' : undefined}
              aria-invalid={wrong.includes(f.key) || undefined}
              autoComplete="off"
            />
          )}
        </div>
      ))}
      <div className="query-acts">
        <Button htmlType="submit">{t('query')}</Button>
        <Button
          type="text"
          onClick={() => {
            setWrong([]);
            form.current?.reset();
            reset();
          }}
        >
          {t('reset')}
        </Button>
        {fields.length > few && (
          <Button
            type="text"
            aria-expanded={all}
            icon={all ? <UpOutlined /> : <DownOutlined />}
            iconPlacement="end"
            onClick={() => setAll(!all)}
          >
            {all ? t('collapse') : t('expand')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** read turns a field's text into a term; undefined where it cannot be read. */
function read(f: Filter, text: string, today: string): string | undefined {
  if (text === '') return '';
  if (f.kind === 'day') return parseDate(text, today);
  if (f.kind === 'money') {
    const yuan = parseMoney(text);
    return yuan == null ? undefined : String(yuan);
  }
  return text;
}

/** write returns the text that a field shows for a term: money in the reader's lesser unit. */
function write(f: Filter, term: string | undefined): string {
  if (!term || f.kind !== 'money') return term ?? '';
  return String(Number(term) / scale().wan);
}

/** wordOf returns the value of a filter as the reader knows it. */
export function wordOf(f: Filter, term: string, units: (unit: 'wan' | 'yi') => string): string {
  if (f.kind === 'money') {
    const m = money(Number(term));
    return m.unit ? `${m.value} ${units(m.unit)}` : term;
  }
  if (!f.options) return term;
  return term
    .split(',')
    .map((v) => f.options?.find((o) => o.value === v)?.label ?? v)
    .join('、');
}
