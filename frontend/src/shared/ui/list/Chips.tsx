import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { wordOf } from './QueryForm';
import type { Filter, Search } from './types';

type Props = { filters: Filter[]; terms: Search; go: (s: Search) => void; clear: () => void; onSave?: () => void };

/** Chips are the conditions in force, each to be taken away; one that the form has no field for is shown too. */
export function Chips({ filters, terms, go, clear, onSave }: Props) {
  const { t } = useTranslation('list');
  const active = Object.entries(terms).filter(([k, v]) => v && k !== 'sort');
  if (active.length === 0) return <div className="chips" />;
  return (
    <div className="chips">
      {active.map(([key, value]) => {
        const f = filters.find((x) => x.key === key);
        const label = f?.label ?? t('otherTerm');
        return (
          <span key={key} className="chip">
            {label} {f && value && <b>{wordOf(f, value, (u) => t(`common:${u}`))}</b>}
            <button type="button" aria-label={t('removeTerm', { name: label })} onClick={() => go({ ...terms, [key]: undefined })}>
              <CloseOutlined />
            </button>
          </span>
        );
      })}
      <button type="button" className="text-link" onClick={clear}>
        {t('common:clear')}
      </button>
      {onSave && (
        <button type="button" className="text-link" onClick={onSave}>
          {t('saveAs')}
        </button>
      )}
    </div>
  );
}
