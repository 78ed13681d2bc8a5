import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { groupingOf } from '@/shared/ui/list/groupingOf';
import type { Grouping } from '@/shared/ui/list/types';

/** useEnterpriseGroups returns how enterprises can be grouped. */
export function useEnterpriseGroups(): Grouping {
  const { t } = useTranslation('enterprise');
  return groupingOf(
    [
      { key: 'state', label: t('state') },
      { key: 'industry', label: t('industry') },
      { key: 'host', label: t('host') },
      { key: 'unit', label: t('unit') },
    ],
    async (by, query) => must(await api.GET('/enterprises/groups', { params: { query: { ...query, by } } })).items,
    (by, g) => {
      if (g.key === '') return t(`without.${by}`);
      return by === 'state' ? t(`enums:operating.${g.key}`) : g.name || g.key;
    },
  );
}
