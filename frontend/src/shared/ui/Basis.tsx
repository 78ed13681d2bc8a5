import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import './basis.css';

/** useRuleName names a counting rule by its version: the standard one, or by its number. */
export function useRuleName() {
  const { t } = useTranslation('report');
  return (version: number) => (version === 0 ? t('rules:standard') : t('ruleNumbered', { v: version }));
}

/** Basis is what every report prints below its figures: by which rule, up to which day, and by what was known when. */
export function Basis({
  b,
  more,
}: {
  b: Schemas['WorkListsOut'] | { until: string; as_of: string; rule: Schemas['RuleOut'] };
  more?: string;
}) {
  const { t } = useTranslation('report');
  const rule = useRuleName();
  return (
    <p className="basis printed" data-testid="basis">
      {[rule(b.rule.version), t('upTo', { on: b.until }), t('asKnown', { on: dateTime(b.as_of).slice(0, 10) }), more]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
