import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import type { Search } from './ListPage';

type Scope = Schemas['ScopeOut'];

/** useScopeName returns a function that names what a report covers: of the county, of a unit, of one's own projects, of a selection. */
export function useScopeName() {
  const { t } = useTranslation('report');
  return (s: Scope) => t(`scope.${s.kind}`, { unit: s.unit });
}

/** useWindowName returns a function that describes the period in which the counted signings were made. */
export function useWindowName() {
  const { t } = useTranslation('report');
  const day = (d: string) => (d.endsWith('-01-01') ? t('yearOf', { y: d.slice(0, 4) }) : d);
  return ({ signed_from, signed_to }: Search) => {
    if (signed_from && signed_to) return t('window.between', { from: signed_from, to: signed_to });
    if (signed_from) return t('window.since', { from: day(signed_from) });
    return signed_to ? t('window.until', { to: signed_to }) : t('window.ever');
  };
}
